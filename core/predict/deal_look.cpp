#include "core/predict/deal_story.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace topline::predict {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

double daysBetween(base::UtcMs from, base::UtcMs to)
{
    return static_cast<double>(to - from) / static_cast<double>(base::dayMs);
}

std::string sizeBand(std::optional<std::int64_t> employees)
{
    if (!employees)
        return {};
    const std::pair<std::int64_t, const char *> bands[] = {
        {10, "1-10"}, {50, "11-50"}, {200, "51-200"}, {1'000, "201-1000"}, {5'000, "1001-5000"}};
    for (const auto &[most, name] : bands) {
        if (*employees <= most)
            return name;
    }
    return "5001+";
}

// Fields without a history are taken as known since their record was made: sources do not say
// when they were filled in.
void addStanding(Look &out, const DealStory &story)
{
    const auto accountMs =
        story.account ? story.account->createdMs.value_or(alwaysKnown) : alwaysKnown;
    const auto dealMs = story.startMs.value_or(alwaysKnown);
    const auto knownMs = std::min(accountMs, dealMs);
    out.texts.push_back({"source", {story.deal->source, dealMs}});
    out.texts.push_back({"product", {story.product ? story.product->name : "", dealMs}});
    out.texts.push_back({"industry", {story.account ? story.account->industry : "", knownMs}});
    out.texts.push_back({"country", {story.account ? story.account->country : "", knownMs}});
    out.texts.push_back(
        {"company size",
         {story.account ? sizeBand(story.account->employees) : std::string(), knownMs}});
}

void addStages(Look &out, const DealStory &story, base::UtcMs at, const DealLibrary &library)
{
    KnownText name;
    KnownNumber inStage{unknown, alwaysKnown};
    double moves = 0;
    double back = 0;
    base::UtcMs lastMs = story.startMs.value_or(alwaysKnown);
    const domain::Stage *current = nullptr;
    for (const auto *change : story.stages) {
        if (change->atMs > at)
            break;
        const auto *stage = library.stage(change->stage.id);
        if (!stage || stage == current)
            continue;
        if (current) {
            moves += 1;
            back += stage->pipeline == current->pipeline && stage->order < current->order ? 1 : 0;
        }
        current = stage;
        lastMs = change->atMs;
        name = {stage->pipeline + " / " + stage->name, change->atMs};
        inStage = {daysBetween(change->atMs, at), change->atMs};
    }
    out.texts.insert(out.texts.begin(), {"stage", name});
    out.numbers.push_back({"time in stage", inStage});
    out.numbers.push_back({"age",
                           {story.startMs ? daysBetween(*story.startMs, at) : unknown,
                            story.startMs.value_or(alwaysKnown)}});
    out.numbers.push_back({"stage moves", {moves, lastMs}});
    out.numbers.push_back({"moves back", {back, lastMs}});
}

void addAmount(Look &out, const DealStory &story, base::UtcMs at, const base::Currency &currency)
{
    const domain::AmountChange *first = nullptr;
    const domain::AmountChange *last = nullptr;
    for (const auto *change : story.amounts) {
        if (change->atMs > at)
            break;
        if (!(change->amount.currency == currency) || change->amount.amountMinor <= 0)
            continue;
        if (!first)
            first = change;
        last = change;
    }
    KnownNumber amount{unknown, alwaysKnown};
    KnownNumber growth{unknown, alwaysKnown};
    if (last) {
        const auto minor = static_cast<double>(last->amount.amountMinor);
        amount = {minor / std::pow(10.0, currency.exponent()), last->atMs};
        growth = {minor / static_cast<double>(first->amount.amountMinor), last->atMs};
    }
    out.numbers.push_back({"amount", amount});
    out.numbers.push_back({"amount change", growth});
}

void addEvents(Look &out, const DealStory &story, base::UtcMs at, base::DurationMs recentMs)
{
    std::set<std::int64_t> people;
    double meetings = 0;
    double buyerEvents = 0;
    double proposalViews = 0;
    double unanswered = 0;
    KnownNumber sinceTwoWay{unknown, alwaysKnown};
    base::UtcMs newestMs = alwaysKnown;
    for (const auto *event : story.events) {
        if (event->atMs > at)
            break;
        if (event->suspectBot)
            continue;
        newestMs = event->atMs;
        if (domain::isTwoWayTouch(event->kind)) {
            sinceTwoWay = {daysBetween(event->atMs, at), event->atMs};
            unanswered = 0;
        } else if (domain::isOutboundTouch(event->kind)) {
            unanswered += 1;
        }
        if (event->atMs <= at - recentMs || !domain::isBuyerEvent(event->kind))
            continue;
        buyerEvents += 1;
        meetings += event->kind == domain::EventKind::MeetingHeld ? 1 : 0;
        proposalViews += event->kind == domain::EventKind::ProposalViewed ? 1 : 0;
        if (event->contact.id.isSet())
            people.insert(event->contact.id.value);
    }
    const auto add = [&](const char *name, double count) {
        out.numbers.push_back({name, {count, newestMs}});
    };
    out.numbers.push_back({"time since two-way touch", sinceTwoWay});
    add("people engaged", static_cast<double>(people.size()));
    add("meetings held", meetings);
    add("buyer events", buyerEvents);
    add("proposal views", proposalViews);
    add("touches unanswered", unanswered);
}

} // namespace

bool isSignalFeature(std::string_view name)
{
    constexpr std::string_view names[] = {
        "time since two-way touch", "people engaged",    "meetings held", "buyer events",
        "proposal views",           "touches unanswered"};
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

Look lookAt(const DealStory &story, base::UtcMs at, const LookQuestion &question)
{
    Look out;
    addStanding(out, story);
    addStages(out, story, at, question.library);
    addAmount(out, story, at, question.records.currency);
    addEvents(out, story, at, question.policy.recentMs);
    return out;
}

} // namespace topline::predict
