#include "core/engine/drafts/draft_work.h"

#include "core/actions/draft_content.h"
#include "core/actions/draft_fault.h"
#include "core/actions/template_fields.h"
#include "core/assist/model_text.h"
#include "core/base/text.h"
#include "core/domain/remote_id.h"
#include "core/engine/drafts/content_csv.h"
#include "core/engine/drafts/draft_facts.h"
#include "core/engine/step/known_action.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace topline::engine {

namespace {

constexpr std::size_t snippetNameMax = 60;
constexpr std::size_t snippetBytesMax = 16UL * 1024;

const domain::Play *playOf(const Context &context, const domain::Action &action)
{
    const domain::Play *out = nullptr;
    for (const auto &play : context.plays) {
        if (play.id == action.playId)
            out = &play;
    }
    return out;
}

// Whose value it is: the system of the record that the field is of.
base::Result<std::map<std::string, std::string>> sourcesOf(const Context &context,
                                                           const domain::Action &action)
{
    const auto systemOf = [](const std::string &remoteId) {
        const auto system = domain::remoteSystem(remoteId);
        return std::string(system.empty() ? std::string_view("file") : system);
    };
    auto &tables = context.tables();
    std::map<std::string, std::string> out = {
        {"play", "play"}, {"event", "events"}, {"meeting", "calendar"}, {"written by", "model"}};
    TRY_ASSIGN(const auto contact, tables.records.contact(action.contact));
    TRY_ASSIGN(const auto account, tables.records.account(action.account));
    TRY_ASSIGN(const auto deal, tables.records.deal(action.deal));
    TRY_ASSIGN(const auto owner, tables.catalogue.owner(action.owner));
    if (contact)
        out["contact"] = systemOf(contact->remoteId);
    if (account)
        out["account"] = systemOf(account->remoteId);
    if (deal)
        out["deal"] = systemOf(deal->remoteId);
    if (owner)
        out["owner"] = systemOf(owner->remoteId);
    return out;
}

std::vector<domain::DraftFact> factsOf(const domain::Draft &draft,
                                       const std::map<std::string, std::string> &sources)
{
    std::vector<domain::DraftFact> out;
    for (const auto &fact : draft.facts) {
        const auto colon = fact.find(": ");
        if (colon == std::string::npos)
            continue;
        const std::string field = fact.substr(0, colon);
        const auto source = sources.find(field.substr(0, field.find('.')));
        out.push_back({field, fact.substr(colon + 2),
                       source == sources.end() ? std::string() : source->second});
    }
    return out;
}

} // namespace

base::Result<domain::Shelf> DraftWork::shelf()
{
    auto &tables = m_context.tables();
    domain::Shelf out;
    TRY_ASSIGN(out.snippets, tables.snippets.all());
    TRY_ASSIGN(out.content, tables.content.rows());
    const auto fields = actions::templateFields();
    out.fields.assign(fields.begin(), fields.end());
    TRY_ASSIGN(out.linkHosts, allowedHosts(m_context));
    return out;
}

base::Status DraftWork::saveSnippet(const domain::Snippet &snippet)
{
    domain::Snippet kept = snippet;
    kept.name = std::string(base::trimmed(snippet.name));
    if (kept.name.empty() || kept.name.size() > snippetNameMax ||
        kept.name.find_first_of("{}\n\r|") != std::string::npos)
        return actions::fieldFault("name", "A snippet's name has 1 to 60 letters and no braces.",
                                   "Choose another one.");
    if (base::trimmed(kept.text).empty() || kept.text.size() > snippetBytesMax)
        return actions::fieldFault("text", "The text is empty or longer than 16 KiB.",
                                   "Write a shorter one.");
    const auto parsed = actions::Template::parse(kept.text);
    if (!parsed.faults().empty()) {
        base::Error fault = parsed.faults().front();
        fault.kept = "Nothing was changed.";
        return fault;
    }
    if (kept.text.find("{{snippet:") != std::string::npos)
        return actions::fieldFault("text", "A snippet cannot name another snippet.",
                                   "Write its text out.");
    TRY_ASSIGN(Step step, Step::begin(m_context, "snippet"));
    kept.changedMs = step.now();
    TRY(step.tables().snippets.put(kept));
    return step.commit();
}

base::Status DraftWork::removeSnippet(const std::string &name)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "snippet"));
    TRY_ASSIGN(const bool isRemoved, step.tables().snippets.remove(name));
    if (!isRemoved)
        return base::Error{.code = base::ErrorCode::NotFound,
                           .message = "There is no snippet \"" + name + "\".",
                           .kept = "Nothing was changed."};
    return step.commit();
}

base::Result<base::Uuid> DraftWork::saveContent(domain::ContentAsset asset)
{
    asset.title = std::string(base::trimmed(asset.title));
    asset.url = std::string(base::trimmed(asset.url));
    TRY(actions::checkContent(asset));
    TRY_ASSIGN(Step step, Step::begin(m_context, "content"));
    if (asset.id.isNull()) {
        asset.id = m_context.ids.next();
        asset.addedMs = step.now();
    }
    TRY(step.tables().content.put(asset));
    TRY(step.commit());
    return asset.id;
}

base::Result<domain::ContentImport> DraftWork::importContent(const std::string &csv, bool isDryRun)
{
    TRY_ASSIGN(auto read, readContentCsv(csv));
    domain::ContentImport out;
    out.faults = std::move(read.faults);
    TRY_ASSIGN(Step step, Step::begin(m_context, "content"));
    TRY_ASSIGN(const auto known, step.tables().content.all());
    for (auto &asset : read.assets) {
        const auto same = std::find_if(known.begin(), known.end(),
                                       [&](const auto &each) { return each.title == asset.title; });
        const bool isKnown = same != known.end();
        asset.id = isKnown ? same->id : m_context.ids.next();
        asset.addedMs = isKnown ? same->addedMs : step.now();
        if (isKnown && *same == asset) {
            ++out.same;
            continue;
        }
        ++(isKnown ? out.changed : out.added);
        TRY(step.tables().content.put(asset));
    }
    if (!isDryRun)
        TRY(step.commit());
    return out;
}

base::Result<std::string> DraftWork::exportContent()
{
    TRY_ASSIGN(const auto rows, m_context.tables().content.rows());
    return contentCsv(rows);
}

base::Result<std::vector<domain::Snippet>> DraftWork::filledSnippets(const domain::Action &action)
{
    TRY_ASSIGN(auto out, m_context.tables().snippets.all());
    if (out.empty())
        return out;
    TRY_ASSIGN(const auto fields, allFields(m_context.tables(), m_context.policy, action,
                                            playOf(m_context, action), m_context.clock.now()));
    for (auto &snippet : out)
        snippet.text = actions::Template::parse(snippet.text)
                           .renderWithGaps(fields, {}, actions::TemplateTarget::Text)
                           .text;
    return out;
}

base::Result<std::vector<domain::ContentSuggestion>>
DraftWork::suggestions(const domain::Action &action)
{
    auto &tables = m_context.tables();
    TRY_ASSIGN(const auto rows, tables.content.rows());
    if (rows.empty())
        return std::vector<domain::ContentSuggestion>();
    actions::ContentNeed need;
    TRY_ASSIGN(const auto account, tables.records.account(action.account));
    if (account) {
        need.industry = account->industry;
        need.employees = account->employees;
    }
    TRY_ASSIGN(const auto contact, tables.records.contact(action.contact));
    if (contact)
        need.personTitle = contact->title;
    TRY_ASSIGN(const auto deal, tables.records.deal(action.deal));
    if (deal && deal->stage.id.isSet()) {
        TRY_ASSIGN(const auto stage, tables.catalogue.stage(deal->stage.id));
        need.stage = stage ? stage->name : std::string();
    }
    TRY_ASSIGN(need.buyerTexts, buyerTexts(tables, action.account, m_context.clock.now()));
    return actions::suggestContent(rows, need, m_context.clock.now());
}

base::Result<domain::DraftHelp> DraftWork::help(const base::Uuid &id)
{
    TRY_ASSIGN(const auto action, knownAction(m_context.tables(), id));
    domain::DraftHelp out;
    out.action = id;
    TRY_ASSIGN(const auto sources, sourcesOf(m_context, action));
    out.facts = factsOf(action.draft, sources);
    TRY_ASSIGN(out.faults, faultsOf(m_context, action, action.draft));
    TRY_ASSIGN(out.suggestions, suggestions(action));
    TRY_ASSIGN(out.snippets, filledSnippets(action));
    TRY_ASSIGN(const auto settings, m_assist.settings());
    out.modelName = settings.isOn ? settings.model : std::string();
    out.isModelAgreed = settings.isOn && settings.shownFor == settings.endpoint();
    out.isWrittenByModel = assist::isWrittenByModel(action.draft);
    return out;
}

base::Result<std::vector<domain::DraftFault>> DraftWork::faults(const base::Uuid &id,
                                                                const domain::Draft &draft)
{
    TRY_ASSIGN(const auto action, knownAction(m_context.tables(), id));
    return faultsOf(m_context, action, draft);
}

} // namespace topline::engine
