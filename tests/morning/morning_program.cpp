// A rep's morning of forty actions: morning_program DIR SMTP_PORT IMAP_PORT, started by
// with_mail_servers.sh for morning_test. Connects a CRM, the mailbox and the calendar, works the
// feed by keys, lets the buyers answer, and then asks the servers what arrived. Pictures go to
// DIR/pictures; prints one "name: value" line per fact, ends with 0 when the morning could be
// worked to its end.
#include "core/base/uuid.h"
#include "core/engine/intake/connection_book.h"
#include "core/store/tables.h"
#include "tests/morning/morning_world.h"
#include "tests/morning/rep.h"
#include "ui/look/style.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <set>

using namespace topline;
using domain::ActionKind;
using domain::ActionState;
using domain::Lane;

namespace {

constexpr int workedMin = 40;
constexpr int sendingMs = 150'000; // the hold is a minute

void say(const std::string &name, const std::string &value)
{
    std::printf("%s: %s\n", name.c_str(), value.c_str());
    std::fflush(stdout);
}

void say(const std::string &name, std::size_t value)
{
    say(name, std::to_string(value));
}

// What a rep does in the connect wizard, before the window is there.
base::Status connect(app::Composition &composition, const domain::SignInRequest &request)
{
    const crm::CancelToken cancel;
    auto &source = composition.source();
    TRY_ASSIGN(const auto profile, source.signIn(
                                       request, [](const std::string &) {}, cancel));
    auto &engine = composition.engine();
    TRY(engine.connections().signedIn(request, profile));
    TRY(engine.connections().allowFirstSync(request.system));
    TRY_ASSIGN(const auto connector, source.open(request.system));
    TRY(engine.sync(*connector, cancel));
    return {};
}

base::Status prepare(app::Composition &composition, morning::MorningWorld &world,
                     const std::filesystem::path &folder)
{
    TRY(connect(composition, world.crm()));
    TRY(connect(composition, world.mailbox()));
    TRY(connect(composition, world.calendar()));
    const auto file = folder / "visits.jsonl";
    std::ofstream(file) << world.visits();
    TRY(composition.engine().derive());
    return {};
}

class Morning {
public:
    Morning(morning::Rep &rep, morning::MorningWorld &world)
        : m_rep(rep)
        , m_world(world)
    {
    }

    bool importVisits(const std::string &file)
    {
        bool isDone = false;
        m_rep.cockpit().importFiles({{file}, {}, false, true}, {},
                                    [&](const base::Result<domain::ImportReport> &report) {
                                        say("import", report.ok() ? "ok" : report.error().text());
                                        isDone = true;
                                    });
        return m_rep.waitFor([&] { return isDone; }) &&
               m_rep.waitFor([&] { return m_rep.rows() > 0; });
    }

    void work()
    {
        m_rep.goToLane(Lane::Now);
        m_rep.takePicture(QStringLiteral("before"));
        m_rep.press(QStringLiteral("R"));
        m_rep.settle();
        m_rep.takePicture(QStringLiteral("hand-on"));
        m_rep.press(QStringLiteral("Esc"));
        for (const Lane lane : {Lane::Now, Lane::Today, Lane::Later}) {
            m_rep.goToLane(lane);
            say("lane " + std::to_string(static_cast<int>(lane)),
                static_cast<std::size_t>(m_rep.rows()));
            workLane();
        }
        say("worked", m_worked.size());
        for (const auto &[what, count] : m_counts)
            say("did " + what, static_cast<std::size_t>(count));
    }

    bool waitUntilSent()
    {
        return m_rep.waitFor([&] { return waiting() == 0; }, sendingMs);
    }

    // Two buyers answer, one address turns out to be wrong; the rep asks for new mail and answers.
    void letBuyersAnswer()
    {
        const auto sent = m_world.sentMails();
        if (sent.size() < 3)
            return say("answers", "no mails to answer");
        m_world.deliver("1.answer",
                        m_world.answerTo(sent[0], "Thursday suits us. Who comes along?"));
        m_world.deliver("2.answer", m_world.answerTo(sent[1], "Please send the offer to our CFO."));
        m_world.deliver("3.bounce", m_world.bounceOf(sent[2]));
        m_rep.press(QStringLiteral("Ctrl+R"));
        m_rep.goToLane(Lane::Now);
        const auto replies = [&] {
            m_rep.press(QStringLiteral("."));
            std::size_t out = 0;
            for (int row = 0; row < m_rep.rows(); ++row)
                out += m_rep.cardAt(row)->action.playId == "reply" ? 1 : 0;
            return out;
        };
        m_rep.waitFor([&] { return replies() >= 2; }, 60'000);
        say("answers", replies());
        m_rep.takePicture(QStringLiteral("answers"));
        for (int row = 0; row < m_rep.rows(); ++row) {
            if (m_rep.cardAt(row)->action.playId != "reply")
                continue;
            m_rep.goToRow(row);
            m_rep.settle();
            m_rep.takePicture(QStringLiteral("answer"));
            m_rep.press(QStringLiteral("O"));
            m_rep.settle();
            m_rep.takePicture(QStringLiteral("letter"));
            m_rep.press(QStringLiteral("Esc"));
            m_rep.press(QStringLiteral("A"));
            break;
        }
    }

    std::size_t waiting()
    {
        std::size_t out = 0;
        bool isDone = false;
        m_rep.cockpit().loadStatus([&](const base::Result<domain::WorkspaceStatus> &status) {
            out = status.ok() ? static_cast<std::size_t>(status->effectsPending) : 1;
            isDone = true;
        });
        m_rep.waitFor([&] { return isDone; });
        return out;
    }

    const std::set<std::string> &approved() const { return m_approved; }

private:
    void workLane()
    {
        int stuck = 0;
        while (m_worked.size() < 60 && stuck < 3) {
            const domain::FeedCard *card = m_rep.current();
            if (card == nullptr)
                return;
            const base::Uuid id = card->action.id;
            if (card->action.state != ActionState::Proposed || m_worked.count(id) > 0) {
                ++stuck;
                m_rep.press(QStringLiteral("J"));
                continue;
            }
            stuck = 0;
            workCard(*card);
            m_worked.insert(id);
            m_rep.waitFor([&] {
                const domain::FeedCard *now = m_rep.card(id);
                return now == nullptr || now->action.state != ActionState::Proposed;
            });
        }
    }

    void workCard(const domain::FeedCard &card)
    {
        const auto number = m_worked.size();
        if (number % 13 == 6)
            return dismiss();
        if (number % 13 == 9)
            return snooze();
        if (card.action.kind == ActionKind::Call)
            return call();
        if (card.action.kind == ActionKind::Email && number % 7 == 3)
            return editAndApprove(card);
        if (card.action.kind == ActionKind::Email && m_counts["propose times"] == 0)
            return proposeTimes(card);
        if (card.action.kind == ActionKind::Email && m_counts["book"] < 2) {
            book();
            if (m_counts["book"] == 1)
                m_rep.takePicture(QStringLiteral("booked"));
        }
        approve(card);
    }

    void count(const std::string &what) { ++m_counts[what]; }

    void approve(const domain::FeedCard &card)
    {
        m_approved.insert(card.action.id.text());
        count("approve " + std::to_string(static_cast<int>(card.action.kind)));
        m_rep.press(QStringLiteral("A"));
    }

    void editAndApprove(const domain::FeedCard &card)
    {
        m_approved.insert(card.action.id.text());
        count("edit");
        m_rep.press(QStringLiteral("M"));
        m_rep.settle();
        m_rep.type(QStringLiteral("Good morning. "));
        if (m_counts["edit"] == 1)
            m_rep.takePicture(QStringLiteral("editing"));
        m_rep.press(QStringLiteral("Ctrl+Return"));
    }

    void call()
    {
        count("call");
        if (m_counts["call"] == 1)
            m_rep.takePicture(QStringLiteral("call"));
        m_rep.press(QStringLiteral("E"));
        if (m_counts["call"] == 1)
            m_rep.takePicture(QStringLiteral("outcome"));
        m_rep.press(QStringLiteral("Return"));
    }

    void openTimes()
    {
        m_rep.press(QStringLiteral("B"));
        m_rep.waitFor([&] { return m_rep.topmost() != &m_rep.window(); });
        m_rep.waitFor([&] { return m_rep.hasChoice(); }, 5'000);
    }

    void proposeTimes(const domain::FeedCard &card)
    {
        count("propose times");
        m_approved.insert(card.action.id.text());
        openTimes();
        m_rep.press(QStringLiteral("1"));
        m_rep.press(QStringLiteral("2"));
        m_rep.takePicture(QStringLiteral("meeting-times"));
        m_rep.press(QStringLiteral("Return"));
        m_rep.waitFor([&] { return m_rep.topmost() == &m_rep.window(); });
        m_rep.settle();
        m_rep.takePicture(QStringLiteral("times-in-draft"));
        m_rep.press(QStringLiteral("Esc"));
        m_rep.press(QStringLiteral("A"));
    }

    // One time at once; the card itself is approved after that.
    void book()
    {
        count("book");
        openTimes();
        for (int other = 1; other <= 3; ++other) {
            if (other != m_counts["book"])
                m_rep.press(QString::number(other));
        }
        if (m_counts["book"] == 1)
            m_rep.takePicture(QStringLiteral("book"));
        m_rep.press(QStringLiteral("Ctrl+Return"));
        m_rep.waitFor([&] { return m_rep.topmost() == &m_rep.window(); });
        m_rep.settle();
    }

    void dismiss()
    {
        count("dismiss");
        m_rep.press(QStringLiteral("D"));
        if (m_counts["dismiss"] == 1)
            m_rep.takePicture(QStringLiteral("dismiss"));
        m_rep.press(QStringLiteral("2"));
    }

    void snooze()
    {
        count("snooze");
        m_rep.press(QStringLiteral("H"));
        m_rep.press(QStringLiteral("1"));
    }

    morning::Rep &m_rep;
    morning::MorningWorld &m_world;
    std::set<base::Uuid> m_worked;
    std::set<std::string> m_approved; // actions
    std::map<std::string, int> m_counts;
};

// Joins what the store says with what the servers have; the servers are believed.
int judge(app::Composition &composition, morning::MorningWorld &world)
{
    auto &tables = composition.engine().tables();
    std::map<std::string, int> mails;
    for (const auto &mail : world.sentMails())
        ++mails[mail.effectId];
    const auto crm = world.crmEffects();
    const auto entries = world.bookedMeetings();
    const auto actions = tables.actions.all();
    if (!actions.ok())
        return 1;
    std::size_t sent = 0;
    std::size_t lies = 0;
    std::size_t twice = 0;
    std::size_t waits = 0;
    std::set<std::string> known;
    for (const auto &action : *actions) {
        const auto effects = tables.outbox.effectsOf(action.id);
        if (!effects.ok())
            return 1;
        for (const auto &effect : *effects) {
            const std::string id = effect.id.text();
            known.insert(id);
            std::size_t there = 0;
            if (effect.channel == domain::Channel::Mail)
                there = static_cast<std::size_t>(mails[id]);
            else if (effect.channel == domain::Channel::Crm)
                there = crm.contains(id) ? crm.at(id) : 0;
            else
                for (const auto &entry : entries)
                    there += entry.find(id) != std::string::npos ? 1 : 0;
            const bool isSent = effect.state == domain::EffectState::Sent;
            sent += isSent ? 1 : 0;
            lies += isSent != (there > 0) ? 1 : 0;
            twice += there > 1 ? 1 : 0;
            waits += domain::isTerminal(effect.state) ? 0 : 1;
            if (isSent != (there > 0) || !domain::isTerminal(effect.state))
                say("odd", id + " " + std::string(domain::channelName(effect.channel)) + " " +
                               std::string(domain::effectStateName(effect.state)) + " there " +
                               std::to_string(there) + " " + effect.detail);
        }
    }
    std::size_t ghosts = 0;
    for (const auto &[id, count] : mails)
        ghosts += known.contains(id) ? 0 : 1;
    for (const auto &[id, count] : crm)
        ghosts += known.contains(id) ? 0 : 1;
    std::size_t threaded = 0;
    for (const auto &mail : world.sentMails())
        threaded +=
            mail.inReplyTo.rfind("<answer-", 0) == 0 && mail.subject.rfind("Re: ", 0) == 0 ? 1 : 0;
    say("effects sent", sent);
    say("answers in their thread", threaded);
    say("mails at the server", mails.size());
    say("objects in the CRM", crm.size());
    say("entries in the calendar", entries.size());
    say("lies", lies);
    say("twice", twice);
    say("ghosts", ghosts);
    say("waiting", waits);
    say("marked as read", static_cast<std::size_t>(world.seenFlags()));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    const std::filesystem::path folder = argv[1];
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    ui::text::installLanguage(application, QLocale(QLocale::English, QLocale::UnitedKingdom));
    look::installLook();
    const base::DurationMs ahead = morning::toNextMorning(platform::SystemClock().now());
    const morning::MorningClock clock(ahead);
    morning::MorningWorld world({folder, std::atoi(argv[2]), std::atoi(argv[3])}, clock);
    const std::string file = (folder / "morning.topline").string();
    const QString pictures = QString::fromStdString((folder / "pictures").string());
    QDir().mkpath(pictures);
    {
        const app::OpenOptions options{{}, {}, ahead};
        auto made = app::Composition::create(file, {{}, "UTC"}, options);
        if (!made.ok()) {
            say("create", made.error().text());
            return 1;
        }
        if (const auto ready = prepare(**made, world, folder); !ready.ok()) {
            say("prepare", ready.error().text());
            return 1;
        }
        morning::Rep rep(**made, pictures);
        Morning morning(rep, world);
        if (!morning.importVisits((folder / "visits.jsonl").string()))
            return 1;
        rep.settle();
        morning.work();
        rep.takePicture(QStringLiteral("worked"));
        say("all sent", morning.waitUntilSent() ? "yes" : "no");
        morning.letBuyersAnswer();
        say("answer sent", morning.waitUntilSent() ? "yes" : "no");
        rep.goToLane(Lane::Waiting);
        rep.takePicture(QStringLiteral("waiting"));
        rep.goToLane(Lane::Done);
        rep.takePicture(QStringLiteral("done"));
        rep.window().showPage(QStringLiteral("guards"));
        rep.settle();
        rep.press(QStringLiteral("E"));
        rep.settle();
        rep.takePicture(QStringLiteral("limits"));
    }
    auto opened = app::Composition::open(file, {{}, {}, ahead});
    if (!opened.ok()) {
        say("open", opened.error().text());
        return 1;
    }
    return judge(**opened, world);
}
