#include "tests/flow/channel_trial.h"

#include "core/engine/channels/calendar_book.h"
#include "core/engine/channels/mail_book.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace topline::flow {

namespace fs = std::filesystem;

namespace {

constexpr int livesMax = 40;
constexpr int meetings = 3;

domain::MailAccount mailbox()
{
    domain::MailAccount out;
    out.address = "rep@ours.example";
    out.name = "Robin Vale";
    out.user = "rep@example.com"; // as the fakes let in
    out.smtp = {"mail.ours.example", 465, domain::WireSafety::ImplicitTls};
    out.imap = {"mail.ours.example", 993, domain::WireSafety::ImplicitTls};
    out.postalAddress = "1 Main Street, Springfield";
    return out;
}

domain::CalendarAccount calendarOfRep()
{
    domain::CalendarAccount out;
    out.url = "https://calendar.ours.example";
    out.user = "rep";
    out.path = "/cal/rep/work/";
    out.address = "rep@ours.example";
    out.name = "Robin Vale";
    return out;
}

std::string memoryFolder()
{
    return fs::is_directory("/dev/shm") ? "/dev/shm" : fs::temp_directory_path().string();
}

} // namespace

void connectChannels(engine::Engine &engine)
{
    need(engine.mail().setAccount(mailbox()));
    need(engine.calendar().setAccount(calendarOfRep()));
}

std::vector<base::Uuid> ChannelBeginning::approveAll(engine::Engine &engine, base::Clock &clock,
                                                     int perKind)
{
    connectChannels(engine);
    const auto feed = need(engine.feed());
    std::vector<base::Uuid> out = approvable(feed);
    std::map<domain::ActionKind, int> counts;
    std::erase_if(out, [&](const base::Uuid &id) {
        return ++counts[need(engine.findAction(id.text())).kind] > perKind;
    });
    need(engine.approve(out));
    int number = 0;
    for (const auto &card : feed) {
        if (number == std::min(meetings, perKind) || !card.action.contact.isSet())
            continue;
        ++number;
        const base::UtcMs fromMs = clock.now() / base::hourMs * base::hourMs + 20 * base::dayMs;
        out.push_back(need(engine.bookMeeting({card.action.id, fromMs + number * 2 * base::hourMs,
                                               45, "Talk " + std::to_string(number),
                                               "Agenda " + std::to_string(number)})));
    }
    return out;
}

ChannelBeginning::ChannelBeginning(int perKind)
{
    m_world.sync();
    m_approved = approveAll(m_world.engine(), m_clock, perKind);
    m_clock.advance(m_world.engine().policy().feed.holdMs);
    m_world.close();
}

ChannelTrial::ChannelTrial(const ChannelBeginning &beginning, ChannelJudge::Options options,
                           JudgeCounts &counts)
    : m_folder(QString::fromStdString(memoryFolder() + "/topline-XXXXXX"))
    , m_judge(m_folder.path().toStdString(), options)
    , m_seed(options.seed)
    , m_beginning(beginning)
    , m_counts(counts)
    , m_killsBefore(counts.kills)
    , m_nowMs(beginning.nowMs())
{
    fs::copy_file(beginning.file(), m_folder.path().toStdString() + "/w.topline");
}

bool ChannelTrial::live(const Moment &moment)
{
    const bool isDone = m_judge.live(m_nowMs, moment, m_counts);
    m_nowMs += 8 * base::hourMs; // so that no wait after a proof of absence counts
    return isDone;
}

void ChannelTrial::finish()
{
    bool isDone = false;
    for (int life = 0; life < livesMax && !isDone; ++life)
        isDone = live({});
    const bool wasRight = m_counts.first.empty();
    if (!isDone)
        m_counts.blame(m_counts.lost, "it never came to an end " + m_judge.failure());
    base::FixedClock clock(m_nowMs);
    base::SeededIdSource ids(1);
    const std::string file = m_folder.path().toStdString() + "/w.topline";
    const auto engine = need(
        engine::Engine::open({clock, ids, need(store::Workspace::open(file, clock.now())), {}}));
    const auto unknown =
        ChannelVerdict(*engine, m_judge.journal(), m_counts).judge(m_beginning.approved());
    const auto silences = m_judge.servers().silences();
    m_counts.silences += silences;
    // Each doubt has its cause.
    if (unknown > m_counts.kills - m_killsBefore + silences)
        m_counts.blame(m_counts.lies, std::to_string(unknown) + " are in doubt");
    if (m_judge.servers().heardSecretInTheClear())
        m_counts.blame(m_counts.lies, "a password went in the clear");
    if (wasRight && !m_counts.first.empty())
        m_counts.first += "; seed " + std::to_string(m_seed);
}

} // namespace topline::flow
