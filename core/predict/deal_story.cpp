#include "core/predict/deal_story.h"

#include <algorithm>

namespace topline::predict {

namespace {

template <typename Change> void byTime(std::vector<const Change *> &changes)
{
    std::stable_sort(changes.begin(), changes.end(), [](const Change *a, const Change *b) {
        if (a->atMs != b->atMs)
            return a->atMs < b->atMs;
        if constexpr (std::is_same_v<Change, domain::StageChange>)
            return a->stage.id < b->stage.id;
        else
            return a->amount.amountMinor < b->amount.amountMinor;
    });
}

using EventList = std::vector<const domain::Event *>;

void byTime(EventList &events)
{
    std::sort(events.begin(), events.end(), [](const auto *a, const auto *b) {
        return a->atMs != b->atMs ? a->atMs < b->atMs : a->id < b->id;
    });
}

template <typename Record> auto byId(const std::vector<Record> &records)
{
    std::map<decltype(Record::id), const Record *> out;
    for (const auto &record : records)
        out.emplace(record.id, &record);
    return out;
}

template <typename Map>
auto find(const Map &map, const typename Map::key_type &key) -> typename Map::mapped_type
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : found->second;
}

} // namespace

DealLibrary::DealLibrary(const DealRecords &records)
    : m_stages(byId(records.stages))
{
    const auto accounts = byId(records.accounts);
    const auto products = byId(records.products);
    std::map<domain::DealId, DealStory> stories;
    std::map<domain::AccountId, std::vector<DealStory *>> ofAccount;
    for (const auto &deal : records.deals) {
        if (deal.deleted)
            continue;
        DealStory &story = stories[deal.id];
        story.deal = &deal;
        story.account = find(accounts, deal.account.id);
        story.product = find(products, deal.product.id);
        ofAccount[deal.account.id].push_back(&story);
    }
    for (const auto &change : records.stageChanges) {
        if (const auto found = stories.find(change.deal.id); found != stories.end())
            found->second.stages.push_back(&change);
    }
    for (const auto &change : records.amountChanges) {
        if (const auto found = stories.find(change.deal.id); found != stories.end())
            found->second.amounts.push_back(&change);
    }
    for (const auto &event : records.events) {
        if (event.deal.id.isSet()) {
            if (const auto found = stories.find(event.deal.id); found != stories.end())
                found->second.events.push_back(&event);
        } else if (event.account.id.isSet()) {
            for (DealStory *story : ofAccount[event.account.id])
                story->events.push_back(&event);
        }
    }
    for (auto &[id, story] : stories) {
        byTime(story.stages);
        byTime(story.amounts);
        byTime(story.events);
        complete(story);
        m_stories.push_back(std::move(story));
    }
}

const domain::Stage *DealLibrary::stage(domain::StageId id) const
{
    return find(m_stages, id);
}

void DealLibrary::complete(DealStory &story) const
{
    story.startMs = story.deal->createdMs;
    if (!story.startMs && !story.stages.empty())
        story.startMs = story.stages.front()->atMs;
    const auto *now = stage(story.deal->stage.id);
    story.closed = now && now->kind != domain::StageKind::Open;
    story.won = now && now->kind == domain::StageKind::Won;
    if (!story.closed)
        return;
    story.closedMs = story.deal->closeMs;
    if (story.stages.empty())
        return;
    const auto *last = stage(story.stages.back()->stage.id);
    const bool isClosing = last && last->kind == now->kind;
    if (isClosing && (!story.closedMs || story.stages.back()->atMs < *story.closedMs))
        story.closedMs = story.stages.back()->atMs;
}

} // namespace topline::predict
