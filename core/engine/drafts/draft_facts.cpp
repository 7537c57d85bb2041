#include "core/engine/drafts/draft_facts.h"

#include "core/actions/draft.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace topline::engine {

namespace {

constexpr std::int64_t eventsLooked = 40;
constexpr std::size_t buyerTextsMax = 3;

template <typename Record, typename Id>
const Record *withId(const std::vector<Record> &records, Id id)
{
    const auto found = std::find_if(records.begin(), records.end(),
                                    [id](const auto &record) { return record.id == id; });
    return found == records.end() ? nullptr : &*found;
}

// The records that a source points to, kept while it is used.
struct Held {
    std::optional<domain::Contact> contact;
    std::optional<domain::Account> account;
    std::optional<domain::Deal> deal;
    std::optional<domain::Owner> owner;
};

base::Status addEvent(const store::Tables &tables, domain::AccountId account, base::UtcMs now,
                      actions::MergeSource &source)
{
    TRY_ASSIGN(const auto events, tables.events.timeline(account, now, eventsLooked));
    for (const auto &event : events) {
        if (event.suspectBot || !domain::isBuyerEvent(event.kind) || event.title.empty())
            continue;
        source.eventTitle = event.title;
        source.eventMs = event.atMs;
        return {};
    }
    return {};
}

base::Status addNames(const store::Tables &tables, const domain::Deal *deal,
                      actions::MergeSource &source)
{
    if (!deal)
        return {};
    if (deal->stage.id.isSet()) {
        TRY_ASSIGN(const auto stage, tables.catalogue.stage(deal->stage.id));
        source.stageName = stage ? stage->name : std::string();
    }
    if (deal->product.id.isSet()) {
        TRY_ASSIGN(const auto products, tables.catalogue.products());
        if (const auto *product = withId(products, deal->product.id))
            source.productName = product->name;
    }
    return {};
}

void setZone(const domain::Policy &policy, actions::MergeSource &source)
{
    if (const auto zone = base::TimeZone::find(policy.zone); zone.ok())
        source.zone = *zone;
}

bool names(const domain::PlayStep &step, std::string_view what)
{
    return step.subject.find(what) != std::string::npos ||
           step.body.find(what) != std::string::npos;
}

} // namespace

domain::PlayStep stepOf(const domain::Action &action, const domain::Play &play)
{
    CHECK(action.stepNo >= 1 && static_cast<std::size_t>(action.stepNo) <= play.steps.size());
    domain::PlayStep out = play.steps[static_cast<std::size_t>(action.stepNo - 1)];
    for (const auto &variant : out.variants) {
        if (variant.name != action.variant)
            continue;
        out.subject = variant.subject;
        out.body = variant.body;
    }
    return out;
}

base::Result<domain::Draft> draftFor(Step &step, const DraftSubject &subject,
                                     const domain::Action &action, const domain::Play &play)
{
    auto &tables = step.tables();
    const domain::PlayStep plan = stepOf(action, play);
    std::optional<domain::Owner> owner;
    if (action.owner.isSet()) {
        TRY_ASSIGN(owner, tables.catalogue.owner(action.owner));
    }
    actions::MergeSource source;
    source.account = &subject.account;
    source.contact = subject.contact;
    source.deal = subject.deal;
    source.owner = owner ? &*owner : nullptr;
    source.play = &play;
    setZone(step.policy(), source);
    if (names(plan, "deal.stage") || names(plan, "deal.product"))
        TRY(addNames(tables, source.deal, source));
    if (names(plan, "event."))
        TRY(addEvent(tables, subject.account.id, action.createdMs, source));
    actions::Snippets snippets;
    if (names(plan, "snippet:")) {
        TRY_ASSIGN(snippets, snippetTexts(tables));
    }
    const auto fields = actions::mergeFields(source);
    auto whole = actions::renderDraft(plan, fields, snippets);
    return whole.ok() ? std::move(whole).value() : actions::draftWithGaps(plan, fields, snippets);
}

base::Result<actions::MergeFields> allFields(store::Tables &tables, const domain::Policy &policy,
                                             const domain::Action &action, const domain::Play *play,
                                             base::UtcMs now)
{
    Held held;
    if (action.contact.isSet()) {
        TRY_ASSIGN(held.contact, tables.records.contact(action.contact));
    }
    if (action.account.isSet()) {
        TRY_ASSIGN(held.account, tables.records.account(action.account));
    }
    if (action.deal.isSet()) {
        TRY_ASSIGN(held.deal, tables.records.deal(action.deal));
    }
    if (action.owner.isSet()) {
        TRY_ASSIGN(held.owner, tables.catalogue.owner(action.owner));
    }
    actions::MergeSource source;
    source.contact = held.contact ? &*held.contact : nullptr;
    source.account = held.account ? &*held.account : nullptr;
    source.deal = held.deal ? &*held.deal : nullptr;
    source.owner = held.owner ? &*held.owner : nullptr;
    source.play = play;
    setZone(policy, source);
    TRY(addNames(tables, source.deal, source));
    if (action.account.isSet())
        TRY(addEvent(tables, action.account, now, source));
    return actions::mergeFields(source);
}

base::Result<actions::Snippets> snippetTexts(const store::Tables &tables)
{
    TRY_ASSIGN(const auto all, tables.snippets.all());
    actions::Snippets out;
    for (const auto &snippet : all)
        out.emplace(snippet.name, snippet.text);
    return out;
}

base::Result<std::vector<std::string>> buyerTexts(const store::Tables &tables,
                                                  domain::AccountId account, base::UtcMs now)
{
    std::vector<std::string> out;
    if (!account.isSet())
        return out;
    TRY_ASSIGN(const auto events, tables.events.timeline(account, now, eventsLooked));
    for (const auto &event : events) {
        const bool isTheirs = domain::isTwoWayTouch(event.kind) && !event.suspectBot;
        if (isTheirs && !event.body.empty() && out.size() < buyerTextsMax)
            out.push_back(event.title.empty() ? event.body : event.title + ": " + event.body);
    }
    return out;
}

} // namespace topline::engine
