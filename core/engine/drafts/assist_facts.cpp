#include "core/engine/drafts/assist_facts.h"

#include "core/engine/drafts/draft_facts.h"

#include <algorithm>
#include <utility>

namespace topline::engine {

namespace {

constexpr std::size_t otherNamesMax = 200;

std::string valueOf(const actions::MergeFields &fields, const char *name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

void addName(std::vector<std::string> &names, const std::string &name)
{
    if (!name.empty() && names.size() < otherNamesMax)
        names.push_back(name);
}

base::Result<std::vector<std::string>> otherNames(const Context &context,
                                                  const domain::Action &action)
{
    std::vector<std::string> out;
    auto &tables = context.tables();
    if (action.account.isSet()) {
        TRY_ASSIGN(const auto account, tables.records.account(action.account));
        if (account)
            addName(out, account->parent);
        TRY_ASSIGN(const auto contacts, tables.records.contactsOf(action.account));
        for (const auto &contact : contacts) {
            if (contact.id != action.contact)
                addName(out, contact.fullName());
        }
    }
    TRY_ASSIGN(const auto owners, tables.catalogue.owners());
    for (const auto &owner : owners) {
        if (owner.id != action.owner)
            addName(out, owner.name);
    }
    return out;
}

std::string wordsOf(domain::ReasonCode code)
{
    std::string out(domain::reasonCodeName(code));
    std::replace(out.begin(), out.end(), '_', ' ');
    return out;
}

} // namespace

base::Result<assist::ModelFacts> modelFacts(const Context &context, const domain::Action &action,
                                            const std::string &wish)
{
    const domain::Play *play = nullptr;
    for (const auto &each : context.plays) {
        if (each.id == action.playId)
            play = &each;
    }
    const base::UtcMs now = context.clock.now();
    TRY_ASSIGN(const auto fields, allFields(context.tables(), context.policy, action, play, now));
    assist::ModelFacts out;
    out.draft = action.draft;
    out.firstName = valueOf(fields, "contact.first_name");
    out.lastName = valueOf(fields, "contact.last_name");
    out.personTitle = valueOf(fields, "contact.title");
    out.company = valueOf(fields, "account.name");
    out.companyDomain = valueOf(fields, "account.domain");
    out.industry = valueOf(fields, "account.industry");
    out.dealName = valueOf(fields, "deal.name");
    out.stageName = valueOf(fields, "deal.stage");
    out.amount = valueOf(fields, "deal.amount");
    out.closeDate = valueOf(fields, "deal.close_date");
    out.ownerName = valueOf(fields, "owner.name");
    out.goal = play ? play->goal : std::string();
    out.reason = wordsOf(action.whyNow.code);
    out.wish = wish;
    TRY_ASSIGN(out.otherNames, otherNames(context, action));
    TRY_ASSIGN(out.buyerTexts, buyerTexts(context.tables(), action.account, now));
    return out;
}

} // namespace topline::engine
