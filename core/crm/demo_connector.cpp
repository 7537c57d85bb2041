#include "core/crm/demo_connector.h"

#include "core/base/hash.h"
#include "core/crm/demo_pages.h"
#include "core/crm/edit_text.h"

#include <algorithm>

namespace topline::crm {

namespace {

base::Error cancelledError()
{
    return {base::ErrorCode::Cancelled, "Cancelled before the demo CRM was asked."};
}

base::Error unavailableError()
{
    return {base::ErrorCode::Unavailable, "The demo CRM does not answer."};
}

// Remote objects are named by the effect, so that a repeat cannot make a second one.
std::string remoteIdFor(domain::ActionKind kind, const std::string &effectId)
{
    const char *prefix = kind == domain::ActionKind::Email         ? "mail-"
                         : kind == domain::ActionKind::StageChange ? "move-"
                         : kind == domain::ActionKind::FieldEdit   ? "edit-"
                                                                   : "task-";
    return prefix + base::hex(base::sha256(effectId)).substr(0, 12);
}

} // namespace

DemoConnector::DemoConnector(DemoOptions options, const base::Clock &clock, DemoJournal &journal)
    : m_options(options)
    , m_clock(clock)
    , m_journal(journal)
{
}

DemoConnector::~DemoConnector() = default;

void DemoConnector::setFaults(DemoFaults faults)
{
    const std::lock_guard lock(m_mutex);
    m_faults = std::move(faults);
}

base::Status DemoConnector::prepare(const CancelToken &cancel)
{
    if (cancel.cancelled)
        return cancelledError();
    if (m_faults.unavailable)
        return unavailableError();
    if (!m_company) {
        m_company = std::make_unique<const DemoCompany>(
            buildDemoCompany(m_options.seed, m_options.anchorMs));
        m_life = std::make_unique<DemoLife>(*m_company);
    }
    return readJournal();
}

base::Status DemoConnector::readJournal()
{
    if (m_executions)
        return {};
    TRY_ASSIGN(const auto lines, m_journal.readAll());
    std::vector<DemoExecution> executions;
    for (const std::string &line : lines) {
        auto execution = decodeDemoExecution(line);
        std::string fault;
        if (!execution || !readDemoWire(*m_company, *execution, fault))
            return base::Error{base::ErrorCode::Corrupt,
                               "The demo CRM's journal has a line that it did not write."};
        executions.push_back(std::move(*execution));
    }
    m_executions = std::move(executions);
    return {};
}

const std::vector<DemoEvent> &DemoConnector::history()
{
    if (!m_history)
        m_history = buildDemoHistory(*m_company);
    return *m_history;
}

base::Result<domain::SourceProfile> DemoConnector::inspect(const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    TRY(prepare(cancel));
    domain::SourceProfile out;
    out.system = system();
    out.orgId = "demo-" + std::to_string(m_options.seed);
    out.orgName = title();
    out.currency = "USD";
    out.hasUniqueIds = true;
    return out;
}

base::Result<std::map<std::string, std::int64_t>> DemoConnector::count(const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    TRY(prepare(cancel));
    const base::UtcMs now = m_clock.now();
    const DemoAnswers answers = answerDemoExecutions(*m_company, *m_executions);
    const auto answered = std::count_if(answers.events.begin(), answers.events.end(),
                                        [&](const DemoEvent &event) { return event.atMs <= now; });
    const auto &born = m_life->dealsUntil(now);
    const auto begun = std::count_if(born.begin(), born.end(),
                                     [&](const DemoDeal &deal) { return deal.createdMs() <= now; });
    const auto size = [](const auto &rows) { return static_cast<std::int64_t>(rows.size()); };
    return std::map<std::string, std::int64_t>{
        {"owners", size(m_company->owners)},
        {"quotas", size(m_company->quotas)},
        {"products", size(m_company->products)},
        {"stages", size(m_company->stages)},
        {"accounts", size(m_company->accounts)},
        {"contacts", size(m_company->contacts)},
        {"deals", size(m_company->deals) + begun},
        {"events",
         size(history()) + size(m_life->eventsBetween(m_company->anchorMs, now)) + answered},
    };
}

base::Result<Page> DemoConnector::pull(const std::string &cursor, const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    TRY(prepare(cancel));
    TRY_ASSIGN(const DemoCursor from, parseDemoCursor(*m_company, cursor));
    if (from.phase != DemoPhase::Live)
        return demoHistoryPage(*m_company, from,
                               from.phase == DemoPhase::Events ? &history() : nullptr);
    m_history.reset();
    return demoLivePage(*m_company, *m_life, answerDemoExecutions(*m_company, *m_executions), from,
                        m_clock.now());
}

const DemoExecution *DemoConnector::findExecution(const std::string &effectId) const
{
    const auto found =
        std::find_if(m_executions->begin(), m_executions->end(),
                     [&](const DemoExecution &known) { return known.effectId == effectId; });
    return found == m_executions->end() ? nullptr : &*found;
}

bool DemoConnector::knowsDeal(const std::string &remoteId, base::UtcMs nowMs)
{
    const auto matches = [&](const DemoDeal &deal) { return deal.remoteId == remoteId; };
    const auto &born = m_life->dealsUntil(nowMs);
    return std::any_of(m_company->deals.begin(), m_company->deals.end(), matches) ||
           std::any_of(born.begin(), born.end(), matches);
}

PushAnswer DemoConnector::carryOut(const domain::Effect &effect)
{
    DemoExecution execution;
    execution.effectId = effect.id.text();
    execution.wire = effect.wire;
    execution.wireSha256 = base::hex(base::sha256(effect.wire));
    execution.atMs = std::max(m_clock.now(), m_options.anchorMs);
    if (const DemoExecution *known = findExecution(execution.effectId)) {
        if (known->wireSha256 != execution.wireSha256)
            return {PushState::Refused, "",
                    "The demo CRM already has this request with other content."};
        return {PushState::AlreadyApplied, known->remoteId, "Already there."};
    }
    std::string fault;
    if (!readDemoWire(*m_company, execution, fault))
        return {PushState::Refused, "", fault};
    if (!execution.dealRemoteId.empty() && !knowsDeal(execution.dealRemoteId, execution.atMs))
        return {PushState::Refused, "", "The demo CRM has no deal " + execution.dealRemoteId + "."};
    if (execution.kind == domain::ActionKind::FieldEdit) {
        if (auto clash = clashOf(execution); clash)
            return *clash;
    }
    execution.remoteId = remoteIdFor(execution.kind, execution.effectId);
    if (auto kept = m_journal.append(encodeDemoExecution(execution)); !kept) {
        // Whether the line is there shows only on reading it again.
        m_executions.reset();
        return {PushState::Unknown, "", kept.error().text()};
    }
    m_executions->push_back(execution);
    PushAnswer out{PushState::Applied, execution.remoteId, "Done."};
    if (execution.kind == domain::ActionKind::FieldEdit)
        out.fresh = recordNow(execution);
    return out;
}

Page DemoConnector::recordNow(const DemoExecution &execution)
{
    // An edit counts from the millisecond after it.
    return demoRecordNow(*m_company, *m_life, answerDemoExecutions(*m_company, *m_executions),
                         execution.editedId, execution.atMs + 1);
}

std::optional<PushAnswer> DemoConnector::clashOf(const DemoExecution &execution)
{
    PushAnswer out{PushState::Conflict, "", "The demo CRM changed this record meanwhile."};
    out.fresh = recordNow(execution);
    for (const auto &change : execution.fields) {
        const auto now =
            !out.fresh.deals.empty()      ? fieldText(out.fresh.deals.front(), change.field)
            : !out.fresh.contacts.empty() ? fieldText(out.fresh.contacts.front(), change.field)
            : !out.fresh.accounts.empty() ? fieldText(out.fresh.accounts.front(), change.field)
                                          : std::optional(change.base);
        if (now && *now != change.base && *now != change.value)
            out.clashes.push_back({change.field, change.base, change.value, *now});
    }
    return out.clashes.empty() ? std::nullopt : std::optional(std::move(out));
}

PushAnswer DemoConnector::push(const domain::Effect &effect, const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    if (auto ready = prepare(cancel); !ready)
        return {PushState::Unknown, "", ready.error().text()};
    ++m_pushes;
    if (m_faults.refusePushes.contains(m_pushes))
        return {PushState::Refused, "", "The demo CRM refused this request, as scripted."};
    const PushAnswer answer = carryOut(effect);
    if (m_faults.loseAnswers.contains(m_pushes))
        return {PushState::Unknown, "", "The demo CRM's answer did not arrive."};
    return answer;
}

PushAnswer DemoConnector::lookUp(const domain::Effect &effect, const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    if (auto ready = prepare(cancel); !ready)
        return {PushState::Unknown, "", ready.error().text()};
    const DemoExecution *known = findExecution(effect.id.text());
    if (!known)
        return {PushState::Refused, "", "The demo CRM has no such request."};
    if (known->wireSha256 != base::hex(base::sha256(effect.wire)))
        return {PushState::Unknown, "", "The demo CRM has this request with other content."};
    return {PushState::Applied, known->remoteId, "Found."};
}

} // namespace topline::crm
