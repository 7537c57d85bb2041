#include "ui/text/collector_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <limits>

namespace topline::ui::text {

namespace {

// Forms of words go by ints.
int shown(std::int64_t count)
{
    return static_cast<int>(std::min<std::int64_t>(count, std::numeric_limits<int>::max()));
}

class CollectorWords {
    Q_DECLARE_TR_FUNCTIONS(CollectorWords)

public:
    static QString state(const domain::CollectorView &view)
    {
        if (view.isListening)
            return tr("Listening");
        return view.fault.empty() ? tr("Off") : tr("Not listening");
    }

    static QString age(const domain::CollectorView &view, const Format &format)
    {
        return view.lastMs ? tr("Last event %1").arg(format.ago(*view.lastMs))
                           : tr("No event since the start");
    }

    static QString stored(const domain::CollectorView &view)
    {
        return tr("%Ln event(s) stored", nullptr, shown(view.added));
    }

    static QStringList leftOut(const domain::CollectorView &view)
    {
        QStringList out;
        if (view.known > 0)
            out << tr("%Ln sent again", nullptr, shown(view.known));
        if (view.rejected > 0)
            out << tr("%Ln not usable", nullptr, shown(view.rejected));
        if (view.refusedCalls > 0)
            out << tr("%Ln request(s) refused", nullptr, shown(view.refusedCalls));
        return out;
    }
};

} // namespace

QString collectorStateText(const domain::CollectorView &view)
{
    return CollectorWords::state(view);
}

QString collectorPlaceText(const domain::CollectorView &view)
{
    return QStringLiteral("127.0.0.1:%1").arg(view.port);
}

QString collectorUrlText(const domain::CollectorView &view)
{
    return QStringLiteral("http://") + collectorPlaceText(view);
}

QString collectorAgeText(const domain::CollectorView &view, const Format &format)
{
    return CollectorWords::age(view, format);
}

QString collectorStoredText(const domain::CollectorView &view)
{
    return CollectorWords::stored(view);
}

QString collectorCountsText(const domain::CollectorView &view)
{
    QStringList all{CollectorWords::stored(view)};
    all << CollectorWords::leftOut(view);
    return all.join(QStringLiteral(" · "));
}

} // namespace topline::ui::text
