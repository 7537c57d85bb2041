#include "core/plays/play_steps.h"

#include "core/plays/play_words.h"

#include <algorithm>

namespace topline::plays {

using domain::ActionKind;
using domain::CadenceKind;
using domain::PlayStep;

namespace {

constexpr std::int64_t stepsMax = 50;
constexpr std::int64_t dayMax = 365;

base::Result<std::vector<domain::StepVariant>> readVariants(const YamlReader &reader,
                                                            const YAML::Node &node)
{
    if (!node.IsSequence() || node.size() < 2)
        return reader.fault(node.Mark(), "variants", "At least two variants are expected.");
    std::vector<domain::StepVariant> out;
    for (const auto &item : node) {
        TRY(reader.onlyKeys(item, {"name", "subject", "body"}));
        domain::StepVariant variant;
        TRY_ASSIGN(variant.name, reader.line(item, "name"));
        TRY_ASSIGN(variant.subject, reader.line(item, "subject"));
        if (item["body"]) {
            TRY_ASSIGN(variant.body, reader.text(item, "body"));
        }
        for (const auto &before : out) {
            if (before.name == variant.name)
                return reader.fault(item["name"].Mark(), "name",
                                    "Another variant has this name already.");
        }
        out.push_back(std::move(variant));
    }
    return out;
}

base::Status readBranch(const YamlReader &reader, const YAML::Node &node, PlayStep &out)
{
    if (const auto day = node["day"]) {
        TRY_ASSIGN(out.day, reader.number(day, "day", {0, dayMax}));
    }
    if (const auto when = node["when"]) {
        TRY_ASSIGN(out.when, reader.choice<domain::StepWhen>(when, "when", domain::parseStepWhen,
                                                             stepWhenWords()));
    }
    if (const auto other = node["else"]) {
        TRY_ASSIGN(out.elseStep, reader.number(other, "else", {1, stepsMax}));
        if (out.when == domain::StepWhen::Always)
            return reader.fault(other.Mark(), "else", "Only a step with when has an else.");
    }
    if (const auto signals = node["on_signals"]) {
        TRY_ASSIGN(out.onSignals,
                   reader.choices<domain::SignalType>(signals, "on_signals",
                                                      domain::parseSignalType, signalWords()));
    }
    return {};
}

base::Status readTexts(const YamlReader &reader, const YAML::Node &node, PlayStep &out)
{
    TRY_ASSIGN(out.subject, reader.line(node, "subject"));
    if (node["body"]) {
        TRY_ASSIGN(out.body, reader.text(node, "body"));
    }
    if (const auto variants = node["variants"]) {
        if (out.kind != ActionKind::Email && out.kind != ActionKind::Call)
            return reader.fault(variants.Mark(), "variants", "Only email and call have variants.");
        TRY_ASSIGN(out.variants, readVariants(reader, variants));
    }
    if (const auto thread = node["thread"]) {
        const bool isKnown = thread.IsScalar() && thread.Scalar() == "reply";
        if (!isKnown)
            return reader.fault(thread.Mark(), "thread", "Only \"reply\" is known here.");
        if (out.kind != ActionKind::Email)
            return reader.fault(thread.Mark(), "thread", "Only an email has a thread.");
        out.answersThread = true;
    }
    return {};
}

base::Result<PlayStep> readStep(const YamlReader &reader, const YAML::Node &node)
{
    TRY(reader.onlyKeys(node, {"kind", "effort", "day", "when", "else", "on_signals", "thread",
                               "subject", "body", "stage", "variants"}));
    PlayStep out;
    TRY(reader.text(node, "kind"));
    TRY_ASSIGN(out.kind, reader.choice<ActionKind>(node["kind"], "kind", domain::parseActionKind,
                                                   kindWords()));
    TRY(reader.text(node, "effort"));
    TRY_ASSIGN(const base::DurationMs effort, reader.duration(node["effort"], "effort"));
    out.effortMinutes = effort / base::minuteMs;
    if (out.effortMinutes < 1 || out.effortMinutes > 480)
        return reader.fault(node["effort"].Mark(), "effort", "From 1 min to 8 h are expected.");
    TRY(readBranch(reader, node, out));
    TRY(readTexts(reader, node, out));
    const bool changesStage = out.kind == ActionKind::StageChange;
    if (changesStage) {
        TRY_ASSIGN(out.stage, reader.text(node, "stage"));
    } else if (node["stage"]) {
        return reader.fault(node["stage"].Mark(), "stage", "Only a stage_change has a stage.");
    }
    return out;
}

// The first step is what the trigger leads to.
base::Status checkFirst(const YamlReader &reader, const YAML::Node &node, const PlayStep &step)
{
    if (step.day != 0)
        return reader.fault(node["day"].Mark(), "day", "The first step is on day 0.");
    if (step.when != domain::StepWhen::Always)
        return reader.fault(node["when"].Mark(), "when", "The first step has no condition.");
    if (!step.onSignals.empty())
        return reader.fault(node["on_signals"].Mark(), "on_signals",
                            "The triggers start the first step.");
    if (step.answersThread)
        return reader.fault(node["thread"].Mark(), "thread", "There is no thread yet.");
    return {};
}

base::Status checkSignals(const YamlReader &reader, const YAML::Node &node, const PlayStep &step,
                          CadenceKind cadence)
{
    if (cadence == CadenceKind::Fixed && !step.onSignals.empty())
        return reader.fault(node["on_signals"].Mark(), "on_signals",
                            "A fixed cadence goes by days alone.");
    if (cadence == CadenceKind::OnSignals && step.onSignals.empty())
        return reader.fault(node.Mark(), "on_signals", "The key is missing.");
    if (cadence == CadenceKind::OnSignals && step.day != 0)
        return reader.fault(node["day"].Mark(), "day", "An on_signals cadence has no days.");
    return {};
}

// What must hold between steps.
base::Status checkOrder(const YamlReader &reader, const YAML::Node &list,
                        const std::vector<PlayStep> &steps, CadenceKind cadence)
{
    TRY(checkFirst(reader, list[0], steps.front()));
    bool hasMail = steps.front().kind == ActionKind::Email;
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const auto &step = steps[i];
        const YAML::Node node = list[i];
        if (step.day < steps[i - 1].day)
            return reader.fault(node["day"] ? node["day"].Mark() : node.Mark(), "day",
                                "The step comes before the one above it.");
        const auto other = static_cast<std::size_t>(step.elseStep);
        if (step.elseStep != 0 && (other > steps.size() || other <= i + 1))
            return reader.fault(node["else"].Mark(), "else",
                                "A later step of the play is expected: " + std::to_string(i + 2) +
                                    " to " + std::to_string(steps.size()) + ".");
        if (step.answersThread && !hasMail)
            return reader.fault(node["thread"].Mark(), "thread", "No earlier step is an email.");
        TRY(checkSignals(reader, node, step, cadence));
        hasMail = hasMail || step.kind == ActionKind::Email;
    }
    return {};
}

} // namespace

base::Result<std::vector<PlayStep>> readSteps(const YamlReader &reader, const YAML::Node &root,
                                              const domain::Play &play)
{
    const YAML::Node list = root["steps"];
    if (!list || !list.IsSequence() || list.size() == 0)
        return reader.fault(list ? list.Mark() : root.Mark(), "steps",
                            "A list with at least one step is expected.");
    if (list.size() > static_cast<std::size_t>(stepsMax))
        return reader.fault(list.Mark(), "steps", "At most 50 steps are expected.");
    std::vector<PlayStep> out;
    for (const auto &node : list) {
        TRY_ASSIGN(PlayStep step, readStep(reader, node));
        const auto &never = play.rules.mustNot;
        const std::string kind(domain::actionKindName(step.kind));
        if (std::find(never.begin(), never.end(), kind) != never.end())
            return reader.fault(node["kind"].Mark(), "kind",
                                "The play's own rules say must_not: " + kind + ".");
        out.push_back(std::move(step));
    }
    TRY(checkOrder(reader, list, out, play.cadence));
    return out;
}

} // namespace topline::plays
