#include "ui/text/sync_text.h"

#include "core/domain/crm_system.h"

#include <QCoreApplication>
#include <QDate>

namespace topline::ui::text {

using domain::ConflictState;
using domain::ConnectionState;
using domain::ObjectState;

namespace {

// "USD 48000.00" and nothing else.
std::optional<base::Money> moneyOf(const QString &text)
{
    constexpr int codeLength = 3;
    const auto currency = base::Currency::parse(text.left(codeLength).toStdString());
    if (!currency || text.size() <= codeLength + 1 || text[codeLength] != QLatin1Char(' '))
        return std::nullopt;
    QString digits = text.mid(codeLength + 1);
    const auto point = digits.indexOf(QLatin1Char('.'));
    const auto after = point < 0 ? 0 : static_cast<int>(digits.size() - point) - 1;
    if (after > currency->exponent())
        return std::nullopt;
    digits.remove(QLatin1Char('.'));
    digits += QString(currency->exponent() - after, QLatin1Char('0'));
    bool isNumber = false;
    const qlonglong minor = digits.toLongLong(&isNumber);
    return isNumber ? std::optional(base::Money{minor, *currency}) : std::nullopt;
}

class SyncWords {
    Q_DECLARE_TR_FUNCTIONS(SyncWords)

public:
    static QString state(ConnectionState state)
    {
        switch (state) {
        case ConnectionState::Connected:
            return tr("Connected");
        case ConnectionState::SigningIn:
            return tr("Signing in");
        case ConnectionState::SignInNeeded:
            return tr("Sign-in needed");
        case ConnectionState::OtherOrg:
            return tr("Another organisation");
        case ConnectionState::Paused:
            return tr("Paused");
        case ConnectionState::Failing:
            return tr("Not answering");
        case ConnectionState::AwaitsConfirm:
            return tr("Ready for the first sync");
        }
        return {};
    }

    static QString object(ObjectState state)
    {
        switch (state) {
        case ObjectState::Fresh:
            return tr("Fresh");
        case ObjectState::Working:
            return tr("First sync");
        case ObjectState::Denied:
            return tr("Not allowed");
        case ObjectState::Unavailable:
            return tr("Not available");
        case ObjectState::Drift:
            return tr("Fields gone");
        }
        return {};
    }

    static QString conflict(ConflictState state)
    {
        switch (state) {
        case ConflictState::Open:
            return tr("Open");
        case ConflictState::KeptOurs:
            return tr("Ours kept");
        case ConflictState::TookTheirs:
            return tr("Theirs taken");
        case ConflictState::ByRule:
            return tr("Decided by rule");
        }
        return {};
    }

    static QString age(const domain::ConnectionView &connection, const Format &format)
    {
        return connection.lastOkMs ? tr("Synced %1").arg(format.ago(*connection.lastOkMs))
                                   : tr("Never synced");
    }

    static QString calls(const domain::GateState &gate, const Format &format)
    {
        const QString used = format.number(static_cast<double>(gate.usedToday));
        return gate.allowedToday > 0
                   ? tr("%1 of %2 calls today")
                         .arg(used, format.number(static_cast<double>(gate.allowedToday)))
                   : tr("%1 calls today").arg(used);
    }

    static QString remoteCalls(const std::string &title, const domain::GateState &gate,
                               const Format &format)
    {
        if (gate.remoteUsed < 0)
            return {};
        const QString used = format.number(static_cast<double>(gate.remoteUsed));
        if (gate.remoteAllowed < 0)
            return tr("%1 counts %2 for the whole account").arg(fromUtf8(title), used);
        return tr("%1 counts %2 of %3 for the whole account")
            .arg(fromUtf8(title), used, format.number(static_cast<double>(gate.remoteAllowed)));
    }

    static QString held(const domain::ConnectionView &connection, const Format &format)
    {
        const domain::GateState &gate = connection.gate;
        if (!gate.heldUntilMs || *gate.heldUntilMs <= format.now())
            return {};
        const bool today =
            format.zone().dateOf(*gate.heldUntilMs) == format.zone().dateOf(format.now());
        const QString until =
            today ? format.timeOfDay(*gate.heldUntilMs) : format.dateTime(*gate.heldUntilMs);
        return gate.heldBy.empty()
                   ? tr("%1 asks for a pause; it goes on at %2.")
                         .arg(connectionTitle(connection), until)
                   : tr("%1 has reached a limit (%2); it goes on at %3.")
                         .arg(connectionTitle(connection), fromUtf8(gate.heldBy), until);
    }

    static QString syncing() { return tr("Syncing"); }

    static QString mailbox() { return tr("Mailbox"); }

    static QString calendar() { return tr("Calendar"); }
};

} // namespace

QString systemText(const std::string &system)
{
    if (system == "mail")
        return SyncWords::mailbox();
    if (system == "calendar")
        return SyncWords::calendar();
    return fromUtf8(std::string(domain::systemTitle(system)));
}

QString connectionTitle(const domain::ConnectionView &connection)
{
    return connection.title == domain::systemTitle(connection.system)
               ? systemText(connection.system)
               : fromUtf8(connection.title);
}

QString connectionStateText(const domain::ConnectionView &connection)
{
    if (connection.syncing && connection.state == ConnectionState::Connected)
        return SyncWords::syncing();
    return SyncWords::state(connection.state);
}

QString connectionAgeText(const domain::ConnectionView &connection, const Format &format)
{
    return SyncWords::age(connection, format);
}

QString objectStateText(domain::ObjectState state)
{
    return SyncWords::object(state);
}

QString callsText(const domain::GateState &gate, const Format &format)
{
    return SyncWords::calls(gate, format);
}

QString remoteCallsText(const std::string &title, const domain::GateState &gate,
                        const Format &format)
{
    return SyncWords::remoteCalls(title, gate, format);
}

QString heldText(const domain::ConnectionView &connection, const Format &format)
{
    return SyncWords::held(connection, format);
}

QString conflictStateText(ConflictState state)
{
    return SyncWords::conflict(state);
}

QString valueText(const std::string &value, const Format &format)
{
    constexpr int isoDate = 10;
    if (value.empty())
        return Format::missing();
    const QString text = fromUtf8(value);
    const QDate day = QDate::fromString(text.left(isoDate), Qt::ISODate);
    if (day.isValid() && text.size() == isoDate)
        return format.locale().toString(day, QLocale::ShortFormat);
    if (const auto money = moneyOf(text))
        return format.money(*money);
    return text;
}

} // namespace topline::ui::text
