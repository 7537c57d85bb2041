#include "core/sync/waiting_merges.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

namespace topline::sync {

using domain::RecordKind;

namespace {

constexpr const char *settingsKey = "sync.waiting_merges";
// Enough for a first sync of an organisation that cleaned up; survivors that never come stay in it.
constexpr std::size_t waitingMax = 2'000;

using Named = std::set<std::pair<RecordKind, std::string>>;

template <typename Record>
void addNames(RecordKind kind, const std::vector<Record> &records, Named &out)
{
    for (const auto &record : records)
        out.insert({kind, record.remoteId});
}

Named recordsOf(const crm::Page &page)
{
    Named out;
    addNames(RecordKind::Owner, page.owners, out);
    addNames(RecordKind::Account, page.accounts, out);
    addNames(RecordKind::Contact, page.contacts, out);
    addNames(RecordKind::Deal, page.deals, out);
    return out;
}

} // namespace

base::Status WaitingMerges::settle(const crm::Page &page,
                                   const std::vector<crm::RecordMerged> &fresh, const Apply &apply)
{
    TRY_ASSIGN(auto waiting, load());
    if (waiting.empty() && fresh.empty())
        return {};
    const auto before = waiting.size();
    for (const auto &merged : fresh) {
        const bool isKnown = std::any_of(waiting.begin(), waiting.end(), [&](const auto &one) {
            return one.kind == merged.kind && one.fromRemoteId == merged.fromRemoteId &&
                   one.toRemoteId == merged.toRemoteId;
        });
        if (!isKnown)
            waiting.push_back(merged);
    }
    Named here = recordsOf(page);
    // The loser itself came: its merge was taken back, or is told again with the survivor.
    std::size_t dropped = std::erase_if(waiting, [&](const auto &one) {
        return here.contains({one.kind, one.fromRemoteId});
    });
    for (const auto &merged : page.merged)
        here.insert({merged.kind, merged.fromRemoteId});
    for (bool helps = true; std::exchange(helps, false);) {
        for (std::size_t i = 0; i < waiting.size();) {
            const auto one = waiting[i];
            bool isKnown = false;
            if (here.contains({one.kind, one.toRemoteId})) {
                TRY_ASSIGN(isKnown, apply(one));
            }
            if (!isKnown) {
                ++i;
                continue;
            }
            here.insert({one.kind, one.fromRemoteId});
            waiting.erase(waiting.begin() + static_cast<std::ptrdiff_t>(i));
            helps = true;
            ++dropped;
        }
    }
    if (waiting.size() > waitingMax)
        waiting.erase(waiting.begin(), waiting.end() - static_cast<std::ptrdiff_t>(waitingMax));
    return dropped == 0 && waiting.size() == before ? base::Status() : keep(waiting);
}

// One line each: kind, from, to.
base::Result<std::vector<crm::RecordMerged>> WaitingMerges::load() const
{
    std::vector<crm::RecordMerged> out;
    TRY_ASSIGN(const auto text, m_tables.settings.value(settingsKey));
    std::istringstream in(text.value_or(std::string()));
    int kind = 0;
    crm::RecordMerged one;
    while (in >> kind >> one.fromRemoteId >> one.toRemoteId) {
        one.kind = static_cast<RecordKind>(kind);
        out.push_back(one);
    }
    return out;
}

base::Status WaitingMerges::keep(const std::vector<crm::RecordMerged> &waiting)
{
    if (waiting.empty())
        return m_tables.settings.removeValue(settingsKey);
    std::ostringstream out;
    for (const auto &one : waiting)
        out << static_cast<int>(one.kind) << ' ' << one.fromRemoteId << ' ' << one.toRemoteId
            << '\n';
    return m_tables.settings.setValue(settingsKey, out.str());
}

} // namespace topline::sync
