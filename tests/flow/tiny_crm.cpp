#include "tests/flow/tiny_crm.h"

#include "core/base/hash.h"

#include <utility>

namespace topline::flow {

using domain::EventKind;

namespace {

std::string numbered(const char *name, int number)
{
    return name + std::to_string(number);
}

domain::Contact contactOf(int number, base::UtcMs bornMs)
{
    domain::Contact out;
    out.remoteId = numbered("c", number);
    out.account.remoteId = numbered("a", number);
    out.firstName = "Dana";
    out.lastName = numbered("Reyes", number);
    out.email = numbered("dana", number) + "@company" + std::to_string(number) + ".example";
    out.phone = "+1 555 0100";
    out.title = "CFO";
    out.createdMs = out.updatedMs = bornMs;
    return out;
}

domain::Deal dealOf(int number, base::UtcMs bornMs)
{
    domain::Deal out;
    out.remoteId = numbered("d", number);
    out.name = numbered("Deal ", number);
    out.account.remoteId = numbered("a", number);
    out.contact.remoteId = numbered("c", number);
    out.owner.remoteId = "o1";
    out.stage.remoteId = number % 4 == 0 ? "won" : "proposal";
    out.amount = base::Money{1'000'00 * (number + 1), base::Currency::usd()};
    out.createdMs = out.updatedMs = bornMs;
    return out;
}

// What makes a signal for accounts of this kind.
void addStory(crm::Page &page, int number, base::UtcMs birthMs)
{
    const base::UtcMs before = birthMs - 6 * base::hourMs;
    const auto add = [&](EventKind kind, base::UtcMs atMs) {
        page.events.push_back(
            tinyEvent(number, kind, atMs, numbered("e", number) + "/" + std::to_string(atMs)));
    };
    switch (number % 3) {
    case 0:
        add(EventKind::PricingView, before - base::dayMs);
        add(EventKind::PricingView, before);
        break;
    case 1:
        add(EventKind::ProposalSent, before - 2 * base::dayMs);
        add(EventKind::ProposalViewed, before - base::dayMs);
        add(EventKind::ProposalViewed, before);
        break;
    default:
        add(EventKind::EmailReplied, before);
    }
}

} // namespace

domain::Event tinyEvent(int account, EventKind kind, base::UtcMs atMs, const std::string &key)
{
    domain::Event out;
    out.sourceKey = base::key63("tiny\n" + key);
    out.account.remoteId = numbered("a", account);
    out.contact.remoteId = numbered("c", account);
    out.deal.remoteId = numbered("d", account);
    out.kind = kind;
    out.atMs = out.receivedMs = atMs;
    return out;
}

TinyCrm::TinyCrm(base::UtcMs birthMs, int accounts)
{
    crm::Page page;
    const base::UtcMs bornMs = birthMs - 60 * base::dayMs;
    domain::Owner owner;
    owner.remoteId = "o1";
    owner.name = "Robin Vale";
    page.owners.push_back(owner);
    const std::pair<const char *, domain::StageKind> stages[] = {
        {"proposal", domain::StageKind::Open},
        {"won", domain::StageKind::Won},
        {"lost", domain::StageKind::Lost}};
    for (const auto &[name, kind] : stages) {
        domain::Stage stage;
        stage.remoteId = stage.name = name;
        stage.pipeline = "sales";
        stage.order = static_cast<int>(page.stages.size());
        stage.kind = kind;
        page.stages.push_back(stage);
    }
    for (int number = 0; number < accounts; ++number) {
        domain::Account account;
        account.remoteId = numbered("a", number);
        account.name = numbered("Company ", number);
        account.domain = numbered("company", number) + ".example";
        account.owner.remoteId = "o1";
        account.createdMs = account.updatedMs = bornMs;
        page.accounts.push_back(account);
        page.contacts.push_back(contactOf(number, bornMs));
        page.deals.push_back(dealOf(number, bornMs));
        page.stageChanges.push_back({{{}, numbered("d", number)}, {{}, "proposal"}, bornMs});
        if (number % 4 == 0)
            page.stageChanges.push_back(
                {{{}, numbered("d", number)}, {{}, "won"}, birthMs - base::dayMs});
        addStory(page, number, birthMs);
    }
    m_pages.push_back(std::move(page));
}

base::Result<std::map<std::string, std::int64_t>> TinyCrm::count(const crm::CancelToken &)
{
    const std::lock_guard lock(m_mutex);
    return std::map<std::string, std::int64_t>{
        {"accounts", static_cast<std::int64_t>(m_pages.front().accounts.size())}};
}

base::Result<crm::Page> TinyCrm::pull(const std::string &cursor, const crm::CancelToken &)
{
    const std::lock_guard lock(m_mutex);
    if (m_isUnavailable)
        return base::Error{.code = base::ErrorCode::Unavailable,
                           .message = "Tiny CRM does not answer."};
    const std::size_t number = cursor.empty() ? 0 : std::stoull(cursor);
    crm::Page page = number < m_pages.size() ? m_pages[number] : crm::Page{};
    page.nextCursor = std::to_string(std::min(number + 1, m_pages.size()));
    page.more = number + 1 < m_pages.size();
    return page;
}

crm::PushAnswer TinyCrm::push(const domain::Effect &effect, const crm::CancelToken &)
{
    const std::lock_guard lock(m_mutex);
    ++m_pushes;
    const std::string id = effect.id.text();
    if (m_isUnavailable)
        return {crm::PushState::Unknown, {}, "no answer"};
    if (m_refused.contains(m_pushes))
        return {crm::PushState::Refused, {}, "not allowed"};
    const bool wasThere = m_tookHold.contains(id);
    if (!wasThere || !m_isKeyed)
        ++m_tookHold[id];
    if (m_lost.contains(m_pushes))
        return {crm::PushState::Unknown, {}, "the answer was lost"};
    return {wasThere && m_isKeyed ? crm::PushState::AlreadyApplied : crm::PushState::Applied,
            "t" + id.substr(0, 8), "done"};
}

crm::PushAnswer TinyCrm::lookUp(const domain::Effect &effect, const crm::CancelToken &)
{
    const std::lock_guard lock(m_mutex);
    if (m_isUnavailable)
        return {crm::PushState::Unknown, {}, "no answer"};
    const std::string id = effect.id.text();
    if (m_tookHold.contains(id))
        return {crm::PushState::Applied, "t" + id.substr(0, 8), "found"};
    return {crm::PushState::Refused, {}, "not there"};
}

domain::Contact TinyCrm::contact(std::uint64_t account, base::UtcMs atMs)
{
    return contactOf(static_cast<int>(account), atMs);
}

domain::Contact TinyCrm::optedOut(std::uint64_t account, base::UtcMs atMs)
{
    domain::Contact out = contact(account, atMs);
    out.optedOut = true;
    return out;
}

void TinyCrm::arrive(crm::Page page)
{
    const std::lock_guard lock(m_mutex);
    m_pages.push_back(std::move(page));
}

void TinyCrm::setKeyed(bool keyed)
{
    const std::lock_guard lock(m_mutex);
    m_isKeyed = keyed;
}

void TinyCrm::loseAnswer(std::int64_t push)
{
    const std::lock_guard lock(m_mutex);
    m_lost.insert(push);
}

void TinyCrm::refuse(std::int64_t push)
{
    const std::lock_guard lock(m_mutex);
    m_refused.insert(push);
}

void TinyCrm::setUnavailable(bool unavailable)
{
    const std::lock_guard lock(m_mutex);
    m_isUnavailable = unavailable;
}

std::map<std::string, int> TinyCrm::tookHold() const
{
    const std::lock_guard lock(m_mutex);
    return m_tookHold;
}

std::int64_t TinyCrm::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_pushes;
}

} // namespace topline::flow
