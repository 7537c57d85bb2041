#include "core/crm/demo_pages.h"

#include "core/crm/demo_deals.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace topline::crm {

namespace {

constexpr std::pair<DemoPhase, std::string_view> phaseNames[] = {
    {DemoPhase::Catalogue, "catalogue"}, {DemoPhase::Contacts, "contacts"},
    {DemoPhase::Deals, "deals"},         {DemoPhase::Events, "events"},
    {DemoPhase::Live, "live"},
};

constexpr std::size_t pageContacts = 2'000;
// Holds about 2,500 events: enough to fill a page, without making a year at once.
constexpr base::DurationMs liveSpanMs = 24 * base::dayMs;

template <typename Number> bool takeNumber(std::string_view &text, Number &out)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc())
        return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

// A stretch of time: after `fromMs`, up to and with `toMs`.
struct Window {
    base::UtcMs fromMs = 0;
    base::UtcMs toMs = 0;

    bool holds(base::UtcMs atMs) const { return atMs > fromMs && atMs <= toMs; }
};

// A subscription as it stands at `toMs`, and the movements of the window.
void addSubscription(const DemoCompany &company, const DemoDeal &deal, base::UtcMs wonMs,
                     const Window &window, Page &page)
{
    DemoSubscription made = demoSubscription(company, deal, wonMs);
    bool touched = false;
    for (auto &movement : made.movements) {
        if (movement.atMs > window.toMs)
            break;
        if (movement.kind == domain::MovementKind::Churn)
            made.record.endMs = movement.atMs;
        else if (movement.kind == domain::MovementKind::Reactivation)
            made.record.endMs.reset();
        if (window.holds(movement.atMs)) {
            touched = true;
            page.movements.push_back(std::move(movement));
        }
    }
    if (touched)
        page.subscriptions.push_back(std::move(made.record));
}

bool holdsEdit(const DemoEdits *edits, const Window &window)
{
    return edits && std::any_of(edits->begin(), edits->end(),
                                [&](const DemoEdit &edit) { return window.holds(edit.atMs); });
}

const DemoEdits *editsOf(const DemoAnswers *answers, const std::string &remoteId)
{
    if (!answers)
        return nullptr;
    const auto found = answers->edits.find(remoteId);
    return found == answers->edits.end() ? nullptr : &found->second;
}

domain::Deal editedDeal(const DemoCompany &company, const DemoDeal &deal,
                        const std::vector<DemoStep> &steps, const DemoEdits *edits,
                        base::UtcMs atMs)
{
    domain::Deal out = demoDealRecord(company, deal, steps, atMs);
    if (!edits)
        return out;
    base::UtcMs stageMs = INT64_MIN;
    for (const DemoStep &step : steps) {
        if (step.atMs <= atMs)
            stageMs = std::max(stageMs, step.atMs);
    }
    base::UtcMs amountMs = INT64_MIN;
    for (const DemoAmount &amount : deal.amounts) {
        if (amount.atMs <= atMs)
            amountMs = std::max(amountMs, amount.atMs);
    }
    overlay(out, *edits, stageMs, amountMs, atMs);
    return out;
}

// What the window holds of one deal: nothing, or the record with its new stages and amounts.
void addDeal(const DemoCompany &company, const DemoDeal &deal, const std::vector<DemoStep> &steps,
             const Window &window, const DemoEdits *edits, Page &page)
{
    if (deal.createdMs() > window.toMs)
        return;
    bool touched = holdsEdit(edits, window);
    for (const DemoStep &step : steps) {
        if (window.holds(step.atMs)) {
            touched = true;
            page.stageChanges.push_back(
                {{{}, deal.remoteId},
                 {{}, company.stages[static_cast<std::size_t>(step.stage)].remoteId},
                 step.atMs});
        }
        if (step.stage == demoStageWon && step.atMs <= window.toMs)
            addSubscription(company, deal, step.atMs, window, page);
    }
    for (const DemoAmount &amount : deal.amounts) {
        if (window.holds(amount.atMs)) {
            touched = true;
            page.amountChanges.push_back(
                {{{}, deal.remoteId}, {amount.minor, base::Currency::usd()}, amount.atMs});
        }
    }
    if (touched)
        page.deals.push_back(editedDeal(company, deal, steps, edits, window.toMs));
}

std::vector<DemoStep> stepsOf(const DemoDeal &deal, const DemoAnswers &answers)
{
    const auto changes = answers.changes.find(deal.remoteId);
    return changes == answers.changes.end() ? deal.steps : mergeDemoSteps(deal, changes->second);
}

// Accounts and people change by edits alone.
template <typename Record>
void addEdited(const Record &record, const DemoAnswers &answers, const Window &window,
               std::vector<Record> &out)
{
    const DemoEdits *edits = editsOf(&answers, record.remoteId);
    if (!holdsEdit(edits, window))
        return;
    out.push_back(record);
    overlay(out.back(), *edits, window.toMs);
}

DemoCursor after(DemoPhase phase, const DemoCompany &company)
{
    return {phase, 0, phase == DemoPhase::Live ? company.anchorMs : 0};
}

} // namespace

std::string DemoCursor::text() const
{
    std::string_view name;
    for (const auto &[value, known] : phaseNames) {
        if (value == phase)
            name = known;
    }
    return "1/" + std::string(name) + "/" + std::to_string(index) + "/" + std::to_string(sinceMs);
}

base::Result<DemoCursor> parseDemoCursor(const DemoCompany &company, const std::string &text)
{
    if (text.empty())
        return DemoCursor{};
    const base::Error wrong{base::ErrorCode::InvalidInput,
                            "The place in the demo company's data is not readable: " + text + "."};
    std::string_view left(text);
    if (left.substr(0, 2) != "1/")
        return wrong;
    left.remove_prefix(2);
    DemoCursor out;
    const auto slash = left.find('/');
    const auto name = left.substr(0, slash);
    const auto *known = std::find_if(std::begin(phaseNames), std::end(phaseNames),
                                     [&](const auto &entry) { return entry.second == name; });
    if (slash == std::string_view::npos || known == std::end(phaseNames))
        return wrong;
    out.phase = known->first;
    left.remove_prefix(slash + 1);
    if (!takeNumber(left, out.index) || left.substr(0, 1) != "/")
        return wrong;
    left.remove_prefix(1);
    if (!takeNumber(left, out.sinceMs) || !left.empty())
        return wrong;
    if (out.phase == DemoPhase::Live && out.sinceMs < company.anchorMs)
        return wrong;
    return out;
}

Page demoHistoryPage(const DemoCompany &company, const DemoCursor &cursor,
                     const std::vector<DemoEvent> *events)
{
    Page page;
    page.more = true;
    DemoCursor next = cursor;
    switch (cursor.phase) {
    case DemoPhase::Catalogue:
        page.owners = company.owners;
        page.quotas = company.quotas;
        page.products = company.products;
        page.stages = company.stages;
        for (const DemoAccount &account : company.accounts)
            page.accounts.push_back(account.record);
        next = after(DemoPhase::Contacts, company);
        break;
    case DemoPhase::Contacts: {
        const std::size_t begin = std::min(cursor.index, company.contacts.size());
        const std::size_t end = std::min(begin + pageContacts, company.contacts.size());
        page.contacts.assign(company.contacts.begin() + static_cast<std::ptrdiff_t>(begin),
                             company.contacts.begin() + static_cast<std::ptrdiff_t>(end));
        next.index = end;
        if (end == company.contacts.size())
            next = after(DemoPhase::Deals, company);
        break;
    }
    case DemoPhase::Deals:
        for (const DemoDeal &deal : company.deals)
            addDeal(company, deal, deal.steps, {INT64_MIN, company.anchorMs}, nullptr, page);
        next = after(DemoPhase::Events, company);
        break;
    case DemoPhase::Events: {
        const std::size_t begin = std::min(cursor.index, events->size());
        const std::size_t end = std::min(begin + demoPageEvents, events->size());
        page.events.reserve(end - begin);
        for (std::size_t i = begin; i < end; ++i)
            page.events.push_back(toDomainEvent(company, (*events)[i]));
        next.index = end;
        if (end == events->size())
            next = after(DemoPhase::Live, company);
        break;
    }
    case DemoPhase::Live:
        CHECK(false);
    }
    page.nextCursor = next.text();
    return page;
}

Page demoLivePage(const DemoCompany &company, DemoLife &life, const DemoAnswers &answers,
                  const DemoCursor &cursor, base::UtcMs nowMs)
{
    Page page;
    Window window{cursor.sinceMs, std::min(nowMs, cursor.sinceMs + liveSpanMs)};
    if (window.toMs <= window.fromMs) {
        page.nextCursor = cursor.text();
        return page;
    }
    std::vector<DemoEvent> events = life.eventsBetween(window.fromMs, window.toMs);
    for (const DemoEvent &event : answers.events) {
        if (window.holds(event.atMs))
            events.push_back(event);
    }
    std::sort(events.begin(), events.end(), demoEventBefore);
    if (events.size() > demoPageEvents) {
        window.toMs = events[demoPageEvents].atMs - 1;
        CHECK(window.toMs > window.fromMs);
    }
    const auto addDeals = [&](const std::deque<DemoDeal> &deals) {
        for (const DemoDeal &deal : deals)
            addDeal(company, deal, stepsOf(deal, answers), window, editsOf(&answers, deal.remoteId),
                    page);
    };
    addDeals(company.deals);
    addDeals(life.dealsUntil(window.toMs));
    if (!answers.edits.empty()) {
        for (const DemoAccount &account : company.accounts)
            addEdited(account.record, answers, window, page.accounts);
        for (const domain::Contact &contact : company.contacts)
            addEdited(contact, answers, window, page.contacts);
    }
    for (const DemoEvent &event : events) {
        if (event.atMs <= window.toMs)
            page.events.push_back(toDomainEvent(company, event));
    }
    page.nextCursor = DemoCursor{DemoPhase::Live, 0, window.toMs}.text();
    page.more = window.toMs < nowMs;
    return page;
}

Page demoRecordNow(const DemoCompany &company, DemoLife &life, const DemoAnswers &answers,
                   const std::string &remoteId, base::UtcMs nowMs)
{
    Page page;
    const DemoEdits none;
    const DemoEdits *edits = editsOf(&answers, remoteId);
    const auto addFrom = [&](const std::deque<DemoDeal> &deals) {
        for (const DemoDeal &deal : deals) {
            if (deal.remoteId == remoteId && deal.createdMs() <= nowMs)
                page.deals.push_back(
                    editedDeal(company, deal, stepsOf(deal, answers), edits, nowMs));
        }
    };
    addFrom(company.deals);
    addFrom(life.dealsUntil(nowMs));
    for (const DemoAccount &account : company.accounts) {
        if (account.record.remoteId != remoteId)
            continue;
        page.accounts.push_back(account.record);
        overlay(page.accounts.back(), edits ? *edits : none, nowMs);
    }
    for (const domain::Contact &contact : company.contacts) {
        if (contact.remoteId != remoteId)
            continue;
        page.contacts.push_back(contact);
        overlay(page.contacts.back(), edits ? *edits : none, nowMs);
    }
    return page;
}

} // namespace topline::crm
