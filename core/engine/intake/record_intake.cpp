#include "core/engine/intake/record_intake.h"

#include "core/engine/answers/mail_intake.h"
#include "core/engine/deals/deal_facts.h"
#include "core/engine/intake/incoming.h"
#include "core/intake/automatic_reply.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace topline::engine {

namespace {

// Whatever source says that somebody replied: a machine's reply is none.
std::optional<crm::Page> withSettledReplies(const crm::Page &page)
{
    const bool hasAny = std::any_of(page.events.begin(), page.events.end(), [](const auto &event) {
        return event.kind == domain::EventKind::EmailReplied &&
               intake::isAutomaticReply(event.title);
    });
    if (!hasAny)
        return std::nullopt;
    crm::Page out = page;
    for (auto &event : out.events)
        intake::settleReply(event);
    return out;
}

} // namespace

base::Result<sync::Applied> takeIn(Step &step, const crm::Page &page, const std::string &system,
                                   std::int64_t missing)
{
    TRY_ASSIGN(auto rules, step.tables().settings.fieldRules());
    const sync::PageSource source{system, step.now(), std::move(rules), missing};
    auto settled = withSettledReplies(page);
    if (!page.arrivals.empty()) {
        TRY_ASSIGN(const auto mails, eventsOfMail(step, page.arrivals));
        if (!settled)
            settled = page;
        settled->events.insert(settled->events.end(), mails.begin(), mails.end());
    }
    TRY_ASSIGN(sync::Applied applied,
               sync::applyPage(step.tables(), settled ? *settled : page, source, step.changes()));
    TRY(joinArrived(step, page));
    if (applied.stagesChanged)
        TRY(touchEverything(step));
    TRY(refreshDealFacts(step));
    TRY(step.tables().derived.markTouched(step.changes()));
    return applied;
}

} // namespace topline::engine
