#include "core/engine/drafts/assist_work.h"

#include "core/actions/action_state.h"
#include "core/assist/model_endpoint.h"
#include "core/assist/model_text.h"
#include "core/base/text.h"
#include "core/engine/drafts/assist_facts.h"
#include "core/engine/step/known_action.h"
#include "core/engine/step/undo_log.h"

#include <charconv>
#include <utility>

namespace topline::engine {

namespace {

constexpr std::size_t answerKeptMax = 64UL * 1024;
constexpr const char *onKey = "assist.on";
constexpr const char *urlKey = "assist.url";
constexpr const char *modelKey = "assist.model";
constexpr const char *languageKey = "assist.language";
constexpr const char *toneKey = "assist.tone";
constexpr const char *shownKey = "assist.shown";
constexpr const char *timeoutKey = "assist.timeout_ms";

base::Error refused(std::string message, std::string todo)
{
    return {.code = base::ErrorCode::Refused,
            .message = std::move(message),
            .kept = "The draft is as it was.",
            .todo = std::move(todo)};
}

base::Status checkUsable(const domain::AssistSettings &settings)
{
    if (!settings.isOn)
        return refused("No model is switched on in this workspace.",
                       "Switch one on in the settings, if you want one.");
    return assist::checkEndpoint(settings);
}

base::Status checkOpen(const domain::Action &action)
{
    const auto now = action.changedMs;
    TRY(actions::editDraft(action, now,
                           action.draft)); // the same states in which a person may edit
    const bool isMessage =
        action.kind == domain::ActionKind::Email || action.kind == domain::ActionKind::Call ||
        action.kind == domain::ActionKind::Task || action.kind == domain::ActionKind::Note ||
        action.kind == domain::ActionKind::Meeting;
    if (!isMessage)
        return refused("This action has no text that a model could write.", "");
    return {};
}

base::Result<domain::ModelText> readAnswer(const StartedRun &started,
                                           const base::Result<std::string> &answer)
{
    if (!answer.ok())
        return answer.error();
    TRY_ASSIGN(const auto text, assist::answerText(*answer));
    return assist::takeModelText(text, started.request);
}

} // namespace

base::Result<domain::AssistSettings> AssistWork::settings() const
{
    const auto &table = m_context.tables().settings;
    const auto text = [&](const char *key) -> base::Result<std::string> {
        TRY_ASSIGN(const auto value, table.value(key));
        return value.value_or(std::string());
    };
    domain::AssistSettings out;
    TRY_ASSIGN(const auto on, text(onKey));
    out.isOn = on == "1";
    TRY_ASSIGN(out.baseUrl, text(urlKey));
    TRY_ASSIGN(out.model, text(modelKey));
    TRY_ASSIGN(out.language, text(languageKey));
    TRY_ASSIGN(out.tone, text(toneKey));
    TRY_ASSIGN(out.shownFor, text(shownKey));
    TRY_ASSIGN(const auto timeout, text(timeoutKey));
    std::from_chars(timeout.data(), timeout.data() + timeout.size(), out.timeoutMs);
    return out;
}

base::Status AssistWork::set(const domain::AssistSettings &wanted)
{
    constexpr std::size_t toneBytesMax = 300;
    if (wanted.isOn)
        TRY(assist::checkEndpoint(wanted));
    TRY_ASSIGN(const auto before, settings());
    TRY_ASSIGN(Step step, Step::begin(m_context, "assist"));
    auto &table = step.tables().settings;
    TRY(table.setValue(onKey, wanted.isOn ? "1" : "0"));
    TRY(table.setValue(urlKey, wanted.baseUrl));
    TRY(table.setValue(modelKey, wanted.model));
    TRY(table.setValue(languageKey, base::storableText(wanted.language, 40)));
    TRY(table.setValue(toneKey, base::storableText(wanted.tone, toneBytesMax)));
    TRY(table.setValue(timeoutKey, std::to_string(wanted.timeoutMs)));
    if (before.endpoint() != wanted.endpoint())
        TRY(table.setValue(shownKey, ""));
    TRY(step.log(domain::LedgerKind::PolicyChanged, actor::rep, domain::AccountId{},
                 {{"model", wanted.model},
                  {"model_host", assist::endpointHost(wanted.baseUrl)},
                  {"model_on", wanted.isOn}}));
    return step.commit();
}

base::Status AssistWork::agree()
{
    TRY_ASSIGN(const auto known, settings());
    TRY(checkUsable(known));
    TRY_ASSIGN(Step step, Step::begin(m_context, "assist"));
    TRY(step.tables().settings.setValue(shownKey, known.endpoint()));
    return step.commit();
}

base::Result<std::string> AssistWork::keyName() const
{
    TRY_ASSIGN(const auto info, m_context.tables().settings.info());
    return "topline/" + info.id.text() + "/model";
}

base::Result<domain::ModelRequest> AssistWork::request(const domain::Action &action,
                                                       const domain::AssistSettings &settings,
                                                       const std::string &wish) const
{
    TRY(checkUsable(settings));
    TRY(checkOpen(action));
    TRY_ASSIGN(const auto facts, modelFacts(m_context, action, wish));
    return assist::buildModelRequest(facts, settings);
}

base::Result<domain::ModelRequest> AssistWork::preview(const base::Uuid &action,
                                                       const std::string &wish)
{
    TRY_ASSIGN(const auto known, settings());
    TRY_ASSIGN(const auto loaded, knownAction(m_context.tables(), action));
    return request(loaded, known, wish);
}

base::Result<StartedRun> AssistWork::begin(const base::Uuid &action, const std::string &wish)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "ask"));
    StartedRun out;
    TRY_ASSIGN(out.settings, settings());
    TRY_ASSIGN(const auto loaded, knownAction(m_context.tables(), action));
    TRY_ASSIGN(out.request, request(loaded, out.settings, wish));
    if (out.settings.shownFor != out.settings.endpoint())
        return refused("Nobody has looked yet at what is sent to this model.",
                       "Look at it and agree first.");
    out.before = loaded.draft;
    out.run.id = m_context.ids.next();
    out.run.action = action;
    out.run.atMs = step.now();
    out.run.host = out.request.host;
    out.run.model = out.request.model;
    out.run.request = out.request.body;
    out.run.requestSha256 = out.request.bodySha256;
    TRY(step.tables().assist.addRun(out.run));
    TRY(step.log(domain::LedgerKind::ModelAsked, actor::rep, loaded,
                 {{"bytes_sha256", out.run.requestSha256},
                  {"host", out.run.host},
                  {"model", out.run.model},
                  {"run", out.run.id.text()}}));
    TRY(step.commit());
    return out;
}

base::Result<domain::ModelDraft> AssistWork::finish(const StartedRun &started,
                                                    const base::Result<std::string> &answer)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "answer"));
    domain::ModelDraft out;
    out.run = started.run;
    if (answer.ok())
        out.run.answer = base::storableText(*answer, answerKeptMax);
    TRY_ASSIGN(const auto before, knownAction(m_context.tables(), started.run.action));
    auto text = readAnswer(started, answer);
    if (text.ok() && before.draft != started.before)
        text = base::Error{.code = base::ErrorCode::Conflict,
                           .message = "The draft was changed while the model wrote.",
                           .kept = "Your text stands.",
                           .todo = "Ask again, if you still want to."};
    if (text.ok()) {
        out.draft = assist::draftWith(before.draft, *text, started.run.model);
        out.removed = text->removed;
        if (auto edited = actions::editDraft(before, step.now(), out.draft); edited.ok()) {
            edited->isEdited = before.isEdited; // a person has not
            TRY(step.update(*edited));
            TRY(UndoLog(step).remember(CommandKind::Edit, {{before, *edited}}));
            out.run.isTaken = true;
        } else {
            text = edited.error();
        }
    }
    if (!text.ok())
        out.run.failure = text.error().message;
    TRY(step.tables().assist.addAnswer(out.run, step.now()));
    TRY(step.commit());
    if (!text.ok())
        return text.error();
    return out;
}

base::Result<std::vector<domain::ModelRun>> AssistWork::runs(const base::Uuid &action) const
{
    return m_context.tables().assist.runsOf(action);
}

} // namespace topline::engine
