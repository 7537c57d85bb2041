#include "ui/text/freeze_text.h"

#include <QCoreApplication>

namespace topline::ui::text {

namespace {

class FreezeWords {
    Q_DECLARE_TR_FUNCTIONS(FreezeWords)

public:
    static QString sentence(domain::FreezeReason why)
    {
        switch (why) {
        case domain::FreezeReason::None:
            break;
        case domain::FreezeReason::Restored:
            return tr("it was restored from a backup.");
        case domain::FreezeReason::OtherMachine:
            return tr("it was last used on another computer.");
        case domain::FreezeReason::OlderCopy:
            return tr("it is older than what this computer has already sent.");
        case domain::FreezeReason::NoMark:
            return tr("it was used before, but not on this computer.");
        case domain::FreezeReason::OtherCopy:
            return tr("another copy of it was used on this computer.");
        }
        return {};
    }
};

} // namespace

QString freezeText(domain::FreezeReason why)
{
    return FreezeWords::sentence(why);
}

} // namespace topline::ui::text
