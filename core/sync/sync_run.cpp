#include "core/sync/sync_run.h"

namespace topline::sync {

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
        if (!page->more)
            return pages;
        if (page->nextCursor == cursor)
            return base::Error{.code = base::ErrorCode::Unavailable,
                               .message = connector.title() + " gave the same page twice.",
                               .kept = "What had arrived was kept."};
    }
}

} // namespace topline::sync
