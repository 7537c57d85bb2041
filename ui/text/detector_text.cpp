#include "ui/text/detector_text.h"

#include "core/base/check.h"
#include "ui/text/names_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <numeric>

namespace topline::ui::text {

namespace {

using domain::SignalType;
using Group = DetectorGroup;

struct Words {
    SignalType type;
    Group group;
    const char *what;
    const char *why;
    const char *from;
};

constexpr auto website = QT_TRANSLATE_NOOP("DetectorText", "Read from visits to the website.");
constexpr auto forms = QT_TRANSLATE_NOOP("DetectorText", "Read from forms on the website.");
constexpr auto mailbox = QT_TRANSLATE_NOOP("DetectorText", "Read from the mailbox.");
constexpr auto meetings = QT_TRANSLATE_NOOP("DetectorText", "Read from meetings.");
constexpr auto proposals = QT_TRANSLATE_NOOP("DetectorText", "Read from views of proposals.");
constexpr auto rooms = QT_TRANSLATE_NOOP("DetectorText", "Read from visits to the deal room.");
constexpr auto deals = QT_TRANSLATE_NOOP("DetectorText", "Read from deals in the CRM.");
constexpr auto contacts = QT_TRANSLATE_NOOP("DetectorText", "Read from contacts in the CRM.");
constexpr auto product = QT_TRANSLATE_NOOP("DetectorText", "Read from use of the product.");
constexpr auto tickets = QT_TRANSLATE_NOOP("DetectorText", "Read from support tickets.");
constexpr auto billing = QT_TRANSLATE_NOOP("DetectorText", "Read from billing.");
constexpr auto everything =
    QT_TRANSLATE_NOOP("DetectorText", "Read from everything that a buyer does.");
constexpr auto provider = QT_TRANSLATE_NOOP("DetectorText", "Read from a provider of intent data.");

// In the order of the page.
// clang-format off
constexpr std::array detectors{
    Words{SignalType::PricingRevisit, Group::Web,
          QT_TRANSLATE_NOOP("DetectorText", "The same person comes back to the prices."),
          QT_TRANSLATE_NOOP("DetectorText", "Prices are looked at again when a purchase is being weighed."), website},
    Words{SignalType::DemoRequest, Group::Web,
          QT_TRANSLATE_NOOP("DetectorText", "Somebody asks for a demo."),
          QT_TRANSLATE_NOOP("DetectorText", "The plainest sign there is; it fades within minutes."), forms},
    Words{SignalType::ContactRequest, Group::Web,
          QT_TRANSLATE_NOOP("DetectorText", "Somebody sends the contact form."),
          QT_TRANSLATE_NOOP("DetectorText", "They wait for an answer now and may have asked others too."), forms},
    Words{SignalType::CompetitorComparison, Group::Web,
          QT_TRANSLATE_NOOP("DetectorText", "Somebody reads a comparison with a competitor."),
          QT_TRANSLATE_NOOP("DetectorText", "The choice is being narrowed down, with or without you."), website},
    Words{SignalType::DocsDeepRead, Group::Web,
          QT_TRANSLATE_NOOP("DetectorText", "Many pages of the documentation are read in one visit, or for long."),
          QT_TRANSLATE_NOOP("DetectorText", "Somebody checks whether it would work for them."), website},
    Words{SignalType::DeepVisit, Group::Web,
          QT_TRANSLATE_NOOP("DetectorText", "Somebody stays long on a page and reads it to the end."),
          QT_TRANSLATE_NOOP("DetectorText", "Attention, though without a sign of what it is for."), website},
    Words{SignalType::IntentTopic, Group::Web,
          QT_TRANSLATE_NOOP("DetectorText", "A provider reports that an account reads about your topic elsewhere."),
          QT_TRANSLATE_NOOP("DetectorText", "An early hint: the account may be looking, and others know it too."), provider},
    Words{SignalType::Reply, Group::Mail,
          QT_TRANSLATE_NOOP("DetectorText", "A person answers a mail."),
          QT_TRANSLATE_NOOP("DetectorText", "The ball is in your court; automatic answers do not count."), mailbox},
    Words{SignalType::MeetingBooked, Group::Mail,
          QT_TRANSLATE_NOOP("DetectorText", "Somebody books a meeting."),
          QT_TRANSLATE_NOOP("DetectorText", "Prepared meetings go better, and reminders can stop."), meetings},
    Words{SignalType::MeetingHeld, Group::Mail,
          QT_TRANSLATE_NOOP("DetectorText", "A meeting has ended."),
          QT_TRANSLATE_NOOP("DetectorText", "What was agreed is sent while everybody remembers it."), meetings},
    Words{SignalType::MeetingMissed, Group::Mail,
          QT_TRANSLATE_NOOP("DetectorText", "An agreed meeting does not take place."),
          QT_TRANSLATE_NOOP("DetectorText", "A new date is found most easily on the same day."), meetings},
    Words{SignalType::OutOfOffice, Group::Mail,
          QT_TRANSLATE_NOOP("DetectorText", "An out-of-office answer comes back."),
          QT_TRANSLATE_NOOP("DetectorText", "It says until when to wait and often who stands in."), mailbox},
    Words{SignalType::Unsubscribe, Group::Mail,
          QT_TRANSLATE_NOOP("DetectorText", "Somebody unsubscribes from mail."),
          QT_TRANSLATE_NOOP("DetectorText", "Nothing more may be sent to them."), mailbox},
    Words{SignalType::ProposalReopened, Group::Proposals,
          QT_TRANSLATE_NOOP("DetectorText", "The same person opens a proposal again."),
          QT_TRANSLATE_NOOP("DetectorText", "It is being discussed; questions come up now."), proposals},
    Words{SignalType::RoomReopened, Group::Proposals,
          QT_TRANSLATE_NOOP("DetectorText", "A deal room is visited again after a long quiet."),
          QT_TRANSLATE_NOOP("DetectorText", "A deal that seemed asleep is on the table again."), rooms},
    Words{SignalType::StageStall, Group::Deals,
          QT_TRANSLATE_NOOP("DetectorText", "An open deal stays in one stage for too long."),
          QT_TRANSLATE_NOOP("DetectorText", "The longer it stands still, the more rarely it is won."), deals},
    Words{SignalType::Silence, Group::Deals,
          QT_TRANSLATE_NOOP("DetectorText", "An open deal has no two-way touch for too long."),
          QT_TRANSLATE_NOOP("DetectorText", "What only you send does not count: nobody answers."), deals},
    Words{SignalType::StageMove, Group::Deals,
          QT_TRANSLATE_NOOP("DetectorText", "A deal moves to another stage."),
          QT_TRANSLATE_NOOP("DetectorText", "The next step of the new stage can begin."), deals},
    Words{SignalType::AmountMove, Group::Deals,
          QT_TRANSLATE_NOOP("DetectorText", "The amount of a deal changes by much."),
          QT_TRANSLATE_NOOP("DetectorText", "Scope or price is being negotiated."), deals},
    Words{SignalType::CloseDateMove, Group::Deals,
          QT_TRANSLATE_NOOP("DetectorText", "The close date of a deal moves by much."),
          QT_TRANSLATE_NOOP("DetectorText", "Deals that are pushed back again and again are mostly lost."), deals},
    Words{SignalType::ClosedLostReturn, Group::Deals,
          QT_TRANSLATE_NOOP("DetectorText", "The buyer of a lost deal is back with high intent."),
          QT_TRANSLATE_NOOP("DetectorText", "The other choice may not have worked out; they know you already."), everything},
    Words{SignalType::ChampionSilent, Group::People,
          QT_TRANSLATE_NOOP("DetectorText", "The champion of an open deal does not answer any more."),
          QT_TRANSLATE_NOOP("DetectorText", "Without a voice inside, a deal goes quiet before it is lost."), mailbox},
    Words{SignalType::ChampionBounced, Group::People,
          QT_TRANSLATE_NOOP("DetectorText", "Mail to the champion bounces."),
          QT_TRANSLATE_NOOP("DetectorText", "They may have left: a new champion here, a new account there."), mailbox},
    Words{SignalType::ChampionNewTitle, Group::People,
          QT_TRANSLATE_NOOP("DetectorText", "The champion has a new title."),
          QT_TRANSLATE_NOOP("DetectorText", "More say, or another task: ask which."), contacts},
    Words{SignalType::NewStakeholder, Group::People,
          QT_TRANSLATE_NOOP("DetectorText", "A new person joins a deal that has been open for a while."),
          QT_TRANSLATE_NOOP("DetectorText", "They have not heard your story yet, but will have a say."), contacts},
    Words{SignalType::TrialStart, Group::Product,
          QT_TRANSLATE_NOOP("DetectorText", "Somebody starts a trial."),
          QT_TRANSLATE_NOOP("DetectorText", "The first days decide whether it is used at all."), product},
    Words{SignalType::UsageSpike, Group::Product,
          QT_TRANSLATE_NOOP("DetectorText", "The product is used much more in a week than usual."),
          QT_TRANSLATE_NOOP("DetectorText", "More people or a new task: a larger plan may fit."), product},
    Words{SignalType::UsageNearLimit, Group::Product,
          QT_TRANSLATE_NOOP("DetectorText", "Use comes near to what the plan allows."),
          QT_TRANSLATE_NOOP("DetectorText", "Better to speak about it before the limit does."), product},
    Words{SignalType::UsageDrop, Group::Product,
          QT_TRANSLATE_NOOP("DetectorText", "The product is used much less in a week than usual."),
          QT_TRANSLATE_NOOP("DetectorText", "Customers leave in their use before they leave on paper."), product},
    Words{SignalType::TicketBurst, Group::Product,
          QT_TRANSLATE_NOOP("DetectorText", "An account opens several support tickets in a short time."),
          QT_TRANSLATE_NOOP("DetectorText", "Trouble to know about before you ask for anything."), tickets},
    Words{SignalType::PaymentFailure, Group::Product,
          QT_TRANSLATE_NOOP("DetectorText", "A payment fails."),
          QT_TRANSLATE_NOOP("DetectorText", "Often only an expired card; rarely the first sign of leaving."), billing},
    Words{SignalType::RenewalNear, Group::Product,
          QT_TRANSLATE_NOOP("DetectorText", "The term of a subscription ends soon."),
          QT_TRANSLATE_NOOP("DetectorText", "The time to speak about what it was worth."), billing},
    Words{SignalType::Surge, Group::Surges,
          QT_TRANSLATE_NOOP("DetectorText", "Several high-intent events of one account come in a short time."),
          QT_TRANSLATE_NOOP("DetectorText", "The usual playbook’s rule: simple, and loud on busy accounts."), everything},
    Words{SignalType::BaselineSurge, Group::Surges,
          QT_TRANSLATE_NOOP("DetectorText", "An account does more than its own past explains."),
          QT_TRANSLATE_NOOP("DetectorText", "Measured against each account’s own usual rate, so busy accounts do not ring all day."), everything},
};

// clang-format on

const Words &wordsOf(SignalType type)
{
    const auto found = std::find_if(detectors.begin(), detectors.end(),
                                    [type](const Words &words) { return words.type == type; });
    CHECK(found != detectors.end());
    return *found;
}

class DetectorText {
    Q_DECLARE_TR_FUNCTIONS(DetectorText)

public:
    static QString group(Group group)
    {
        switch (group) {
        case Group::Web:
            return tr("Web");
        case Group::Mail:
            return tr("Mail and meetings");
        case Group::Proposals:
            return tr("Proposals and rooms");
        case Group::Deals:
            return tr("Deals");
        case Group::People:
            return tr("People");
        case Group::Product:
            return tr("Product and billing");
        case Group::Surges:
            return tr("Surges");
        }
        return {};
    }

    static QString dryRun(const domain::DryRunRow &row, const Format &format)
    {
        const auto number = [&format](std::int64_t value) {
            return format.number(static_cast<double>(value));
        };
        const auto accounts = [](std::int64_t count) {
            return tr("%n account(s)", nullptr, static_cast<int>(count));
        };
        if (row.hitsThen == 0)
            //: %1 is "12 accounts".
            return tr("Would not have fired; now %n time(s) on %1.", nullptr,
                      static_cast<int>(row.hitsNow))
                .arg(accounts(row.accountsNow));
        if (row.hitsNow == 0)
            return tr("Would have fired %n time(s) on %1; now it never does.", nullptr,
                      static_cast<int>(row.hitsThen))
                .arg(accounts(row.accountsThen));
        //: %1 is "17 accounts", %2 hits, %3 accounts.
        return tr("Would have fired %n time(s) on %1; now %2 on %3.", nullptr,
                  static_cast<int>(row.hitsThen))
            .arg(accounts(row.accountsThen), number(row.hitsNow), number(row.accountsNow));
    }

    static QString precision(const domain::DetectorRow &row, const Format &format)
    {
        const std::int64_t n = judged(row);
        if (row.hits == 0)
            return Format::missing();
        if (n == 0 || !row.precision)
            return tr("none judged");
        if (n < judgedLeast)
            return tr("%1 of %2 · too few to say").arg(row.accepted).arg(n);
        return format.percent(*row.precision);
    }

    static QString noAction() { return tr("No action came of it"); }

    static QString range(const QString &low, const QString &high)
    {
        //: An interval: "43" to "77 %".
        return tr("%1 to %2").arg(low, high);
    }
};

} // namespace

DetectorGroup detectorGroup(SignalType type)
{
    return wordsOf(type).group;
}

QString detectorGroupText(DetectorGroup group)
{
    return DetectorText::group(group);
}

int detectorPlace(SignalType type)
{
    return static_cast<int>(&wordsOf(type) - detectors.data());
}

QString detectorSentence(SignalType type)
{
    return QCoreApplication::translate("DetectorText", wordsOf(type).what);
}

QString detectorWhy(SignalType type)
{
    const Words &words = wordsOf(type);
    return QCoreApplication::translate("DetectorText", words.why) + QLatin1Char(' ') +
           QCoreApplication::translate("DetectorText", words.from);
}

QString dryRunSentence(const domain::DryRunRow &row, const Format &format)
{
    return DetectorText::dryRun(row, format);
}

std::int64_t dismissedOf(const domain::DetectorRow &row)
{
    return std::accumulate(row.dismissed.begin(), row.dismissed.end(), std::int64_t{0});
}

std::int64_t judged(const domain::DetectorRow &row)
{
    return row.accepted + dismissedOf(row);
}

QString precisionText(const domain::DetectorRow &row, const Format &format)
{
    return DetectorText::precision(row, format);
}

QString precisionRange(const domain::DetectorRow &row, const Format &format)
{
    if (judged(row) < judgedLeast || !row.precisionLow || !row.precisionHigh)
        return {};
    return DetectorText::range(format.number(*row.precisionLow * 100),
                               format.percent(*row.precisionHigh));
}

QString hitStateText(const domain::SignalHit &hit)
{
    return hit.action ? actionStateText(*hit.action) : DetectorText::noAction();
}

} // namespace topline::ui::text
