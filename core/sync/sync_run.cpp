#include "core/sync/sync_run.h"

namespace topline::sync {

namespace {

base::Status callRoll(crm::Connector &connector, PageSink &sink, const crm::CancelToken &cancel)
{
    const std::string system = connector.system();
    for (int i = 0; i < rollCallsPerSync && !cancel.cancelled; ++i) {
        TRY_ASSIGN(const auto ask, sink.rollCall(system));
        if (!ask)
            break;
        TRY_ASSIGN(const bool goesOn,
                   takeRollCall(sink, system, *ask,
                                connector.findGone(ask->kind, ask->remoteIds, cancel)));
        if (!goesOn)
            break;
    }
    return {};
}

} // namespace

base::Result<bool> takeRollCall(PageSink &sink, const std::string &system, const RollCallAsk &ask,
                                const base::Result<std::optional<crm::Page>> &answer)
{
    using enum base::ErrorCode;
    if (answer.ok()) {
        const auto outcome = *answer ? RollCallOutcome::Told : RollCallOutcome::CannotTell;
        TRY(sink.applyRollCall(system, ask, outcome, answer->value_or(crm::Page())));
        return true;
    }
    const auto code = answer.error().code;
    if (code == Cancelled)
        return answer.error();
    if (code == LimitReached || code == SignInNeeded) {
        TRY(sink.noteFailure(system, answer.error()));
        return answer.error();
    }
    const bool isClear = code == PermissionDenied || code == Refused || code == NotFound;
    TRY(sink.applyRollCall(system, ask,
                           isClear ? RollCallOutcome::CannotTell : RollCallOutcome::Failed, {}));
    return isClear;
}

base::Result<std::int64_t> runSync(crm::Connector &connector, PageSink &sink,
                                   const crm::CancelToken &cancel, const AfterPage &afterPage)
{
    const std::string system = connector.system();
    std::int64_t pages = 0;
    while (true) {
        TRY_ASSIGN(const std::string cursor, sink.cursor(system));
        const auto page = connector.pull(cursor, cancel);
        if (!page.ok()) {
            TRY(sink.noteFailure(system, page.error()));
            return page.error();
        }
        TRY(sink.apply(system, *page));
        ++pages;
        const bool goOn = !afterPage || afterPage(pages);
        if (cancel.cancelled || !goOn)
            return base::Error{.code = base::ErrorCode::Cancelled,
                               .message = "The sync was stopped.",
                               .kept = "What had arrived was kept; the next sync goes on there."};
        if (!page->more) {
            TRY(callRoll(connector, sink, cancel));
            return pages;
        }
        if (page->nextCursor == cursor)
            return base::Error{.code = base::ErrorCode::Unavailable,
                               .message = connector.title() + " gave the same page twice.",
                               .kept = "What had arrived was kept."};
    }
}

} // namespace topline::sync
