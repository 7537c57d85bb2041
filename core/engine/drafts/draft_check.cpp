#include "core/engine/drafts/draft_check.h"

#include "core/actions/draft.h"
#include "core/actions/draft_content.h"
#include "core/assist/model_text.h"
#include "core/base/text.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace topline::engine {

namespace {

constexpr const char *hostsKey = "links.hosts";

void addHostOf(const std::string &address, std::vector<std::string> &hosts)
{
    const auto at = address.rfind('@');
    if (at != std::string::npos && at + 1 < address.size())
        hosts.push_back(base::lowerAscii(base::trimmed(address.substr(at + 1))));
}

void addPlayLinks(const Context &context, const domain::Action &action,
                  actions::LinkAllowList &list)
{
    for (const auto &play : context.plays) {
        if (play.id != action.playId)
            continue;
        for (const auto &step : play.steps) {
            actions::addTemplateLinks(step.subject, list);
            actions::addTemplateLinks(step.body, list);
            for (const auto &variant : step.variants) {
                actions::addTemplateLinks(variant.subject, list);
                actions::addTemplateLinks(variant.body, list);
            }
        }
    }
}

bool holdsLink(const domain::Draft &draft)
{
    return !actions::findLinks(draft.subject).empty() || !actions::findLinks(draft.body).empty();
}

} // namespace

base::Result<std::vector<std::string>> allowedHosts(const Context &context)
{
    TRY_ASSIGN(const auto text, context.tables().settings.value(hostsKey));
    std::vector<std::string> out;
    std::string_view rest = text ? std::string_view(*text) : std::string_view();
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        if (end != 0)
            out.emplace_back(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return out;
}

base::Status setHostAllowed(Context &context, const std::string &host, bool isAllowed)
{
    const std::string wanted = base::lowerAscii(base::trimmed(host));
    const auto links = actions::findLinks("https://" + wanted);
    if (isAllowed && (links.size() != 1 || links.front().isOdd || links.front().host != wanted))
        return base::Error{.code = base::ErrorCode::InvalidInput,
                           .message = "\"" + base::storableText(host, 80) + "\" is no host.",
                           .kept = "Nothing was changed.",
                           .todo = "Write it like example.com."};
    TRY_ASSIGN(Step step, Step::begin(context, "links"));
    TRY_ASSIGN(const auto before, allowedHosts(context));
    std::set<std::string> hosts(before.begin(), before.end());
    if (isAllowed)
        hosts.insert(wanted);
    else
        hosts.erase(wanted);
    std::string text;
    for (const auto &each : hosts)
        text += each + "\n";
    TRY(step.tables().settings.setValue(hostsKey, text));
    TRY(step.log(domain::LedgerKind::PolicyChanged, actor::rep, domain::AccountId{},
                 {{"link_host", wanted}, {"allowed", isAllowed}}));
    return step.commit();
}

base::Result<actions::LinkAllowList> knownLinks(const Context &context,
                                                const domain::Action &action)
{
    auto &tables = context.tables();
    actions::LinkAllowList out;
    TRY_ASSIGN(out.hosts, allowedHosts(context));
    if (action.owner.isSet()) {
        TRY_ASSIGN(const auto owner, tables.catalogue.owner(action.owner));
        if (owner)
            addHostOf(owner->email, out.hosts);
    }
    TRY_ASSIGN(const auto mailbox, tables.mail.account());
    if (mailbox)
        addHostOf(mailbox->address, out.hosts);
    addPlayLinks(context, action, out);
    TRY_ASSIGN(const auto snippets, tables.snippets.all());
    for (const auto &snippet : snippets)
        actions::addTemplateLinks(snippet.text, out);
    TRY_ASSIGN(const auto assets, tables.content.all());
    for (const auto &asset : assets) {
        if (!asset.url.empty())
            out.links.push_back(asset.url);
        else
            actions::addTemplateLinks(asset.text, out);
    }
    addHostOf(action.draft.to, out.bareHosts);
    if (action.account.isSet()) {
        TRY_ASSIGN(const auto account, tables.records.account(action.account));
        if (account && !account->domain.empty())
            out.bareHosts.push_back(base::lowerAscii(account->domain));
    }
    return out;
}

base::Status checkLeaves(Step &step, const domain::Action &action, std::string_view approver)
{
    if (approver != actor::rep) {
        bool isModels = assist::isWrittenByModel(action.draft);
        if (!isModels) {
            TRY_ASSIGN(isModels, step.tables().assist.isWritten(action.id));
        }
        if (isModels)
            return base::Error{.code = base::ErrorCode::Refused,
                               .message = "A model wrote this text, so a person has to approve it.",
                               .kept = "Nothing was changed.",
                               .todo = "Read it and approve it by hand."};
    }
    if (!holdsLink(action.draft))
        return {};
    TRY_ASSIGN(const auto list, knownLinks(step.context(), action));
    return actions::checkLinks(action.kind, action.draft, list);
}

base::Result<std::vector<domain::DraftFault>>
faultsOf(const Context &context, const domain::Action &action, const domain::Draft &draft)
{
    actions::LinkAllowList list;
    if (holdsLink(draft)) {
        domain::Action seen = action;
        seen.draft = draft;
        TRY_ASSIGN(list, knownLinks(context, seen));
    }
    return actions::draftFaults(action.kind, draft, list);
}

base::Status noteContent(Step &step, const domain::Action &action, const domain::Effect &effect)
{
    const bool isMessage =
        action.kind == domain::ActionKind::Email || action.kind == domain::ActionKind::Meeting;
    if (!isMessage || action.draft.body.empty())
        return {};
    TRY_ASSIGN(const auto assets, step.tables().content.all());
    for (const auto &asset : assets) {
        if (actions::holdsContent(action.draft.body, asset))
            TRY(step.tables().content.addUse(asset.id, effect.id));
    }
    return {};
}

} // namespace topline::engine
