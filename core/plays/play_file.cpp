#include "core/plays/play_file.h"

#include "core/plays/play_steps.h"
#include "core/plays/play_words.h"

#include <algorithm>
#include <utility>

namespace topline::plays {

using domain::Play;

namespace {

constexpr std::size_t sizeMax = 65'536;

std::optional<domain::Tier> parseTier(std::string_view name)
{
    if (name == "cold")
        return domain::Tier::Cold;
    if (name == "warm")
        return domain::Tier::Warm;
    if (name == "hot")
        return domain::Tier::Hot;
    return std::nullopt;
}

std::optional<bool> parseBool(std::string_view name)
{
    if (name == "true" || name == "false")
        return name == "true";
    return std::nullopt;
}

std::optional<std::string> parseMetric(std::string_view name)
{
    if (name == "meeting" || name == "reply" || name == "won")
        return std::string(name);
    return std::nullopt;
}

std::optional<std::string> parseId(std::string_view name)
{
    const bool isGood =
        !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        });
    return isGood ? std::optional<std::string>(name) : std::nullopt;
}

std::optional<std::string> parseEscalation(std::string_view name)
{
    const auto at = name.find('@');
    const bool isAddress = at != std::string_view::npos && at > 0 && at + 1 < name.size() &&
                           name.find_first_of(" ,;<>@", at + 1) == std::string_view::npos &&
                           name.find_first_of(" ,;<>") == std::string_view::npos;
    if (name == "owner" || name == "manager" || isAddress)
        return std::string(name);
    return std::nullopt;
}

base::Result<domain::PlayAudience> readAudience(const YamlReader &reader, const YAML::Node &node)
{
    TRY(reader.onlyKeys(node, {"amount_minor_min", "tiers", "open_deal"}));
    domain::PlayAudience out;
    if (const auto amount = node["amount_minor_min"]) {
        TRY_ASSIGN(out.amountMinorMin,
                   reader.number(amount, "amount_minor_min", {0, 1'000'000'000'000'000}));
    }
    if (const auto tiers = node["tiers"]) {
        TRY_ASSIGN(out.tiers, reader.choices<domain::Tier>(tiers, "tiers", parseTier,
                                                           {"cold", "warm", "hot"}));
    }
    if (const auto open = node["open_deal"]) {
        TRY_ASSIGN(out.needsOpenDeal,
                   reader.choice<bool>(open, "open_deal", parseBool, {"true", "false"}));
    }
    return out;
}

// What decides how fast: urgency, its clock and the ages.
base::Status readTimes(const YamlReader &reader, const YAML::Node &root, Play &out)
{
    TRY(reader.text(root, "urgency"));
    TRY_ASSIGN(out.urgency,
               reader.choice<domain::Urgency>(root["urgency"], "urgency", domain::parseUrgency,
                                              {"inbound", "timed", "today", "later"}));
    const bool hasClock =
        out.urgency == domain::Urgency::Inbound || out.urgency == domain::Urgency::Timed;
    if (hasClock) {
        TRY(reader.text(root, "sla"));
        TRY_ASSIGN(out.slaMs, reader.duration(root["sla"], "sla"));
        if (*out.slaMs == 0)
            return reader.fault(root["sla"].Mark(), "sla", "It must be longer than nothing.");
    } else if (root["sla"]) {
        return reader.fault(root["sla"].Mark(), "sla", "Only inbound and timed have an sla.");
    }
    TRY(reader.text(root, "signal_age_max"));
    TRY_ASSIGN(out.signalAgeMaxMs, reader.duration(root["signal_age_max"], "signal_age_max"));
    if (root["cooldown"]) {
        TRY_ASSIGN(out.cooldownMs, reader.duration(root["cooldown"], "cooldown"));
    }
    return {};
}

// How a run goes on and ends, and how much of it there may be.
base::Status readCadence(const YamlReader &reader, const YAML::Node &root, Play &out)
{
    if (const auto cadence = root["cadence"]) {
        TRY_ASSIGN(out.cadence,
                   reader.choice<domain::CadenceKind>(cadence, "cadence", domain::parseCadenceKind,
                                                      {"fixed", "on_signals", "hybrid"}));
    }
    if (const auto exits = root["exit"]) {
        TRY_ASSIGN(out.exits,
                   reader.choices<domain::ExitEvent>(exits, "exit", domain::parseExitEvent,
                                                     {"reply", "meeting", "deal_closed"}));
    }
    if (const auto limits = root["limits"]) {
        TRY(reader.onlyKeys(limits, {"per_rep_day", "per_account"}));
        if (const auto most = limits["per_rep_day"]) {
            TRY_ASSIGN(out.perRepDayMax, reader.number(most, "per_rep_day", {1, 10'000}));
        }
        if (const auto most = limits["per_account"]) {
            TRY_ASSIGN(out.perAccountMax, reader.number(most, "per_account", {1, 10'000}));
        }
    }
    return {};
}

base::Status readRules(const YamlReader &reader, const YAML::Node &root, Play &out)
{
    const auto rules = root["rules"];
    if (!rules)
        return {};
    TRY(reader.onlyKeys(rules, {"may", "must_ask", "must_not", "escalate_to"}));
    TRY_ASSIGN(out.rules.may, reader.lines(rules, "may"));
    TRY_ASSIGN(out.rules.mustAsk, reader.lines(rules, "must_ask"));
    TRY_ASSIGN(out.rules.mustNot, reader.lines(rules, "must_not"));
    if (const auto who = rules["escalate_to"]) {
        TRY_ASSIGN(
            out.rules.escalateTo,
            reader.choice<std::string>(who, "escalate_to", parseEscalation, {"owner", "manager"}));
    }
    return {};
}

base::Result<Play> readPlay(const YamlReader &reader, const YAML::Node &root)
{
    TRY(reader.onlyKeys(root, {"id", "version", "name", "goal", "triggers", "audience", "mode",
                               "urgency", "sla", "signal_age_max", "gain_basis_points", "cooldown",
                               "metric", "cadence", "exit", "limits", "rules", "steps"}));
    Play out;
    TRY(reader.text(root, "id"));
    TRY_ASSIGN(out.id, reader.choice<std::string>(root["id"], "id", parseId, {}));
    TRY(reader.text(root, "version"));
    TRY_ASSIGN(out.version, reader.number(root["version"], "version", {1, 1'000'000}));
    TRY_ASSIGN(out.name, reader.line(root, "name"));
    TRY_ASSIGN(out.goal, reader.line(root, "goal"));
    if (!root["triggers"])
        return reader.fault(root.Mark(), "triggers", "The key is missing.");
    TRY_ASSIGN(out.triggers,
               reader.choices<domain::SignalType>(root["triggers"], "triggers",
                                                  domain::parseSignalType, signalWords()));
    if (root["audience"]) {
        TRY_ASSIGN(out.audience, readAudience(reader, root["audience"]));
    }
    TRY(reader.text(root, "mode"));
    TRY_ASSIGN(out.mode, reader.choice<domain::Mode>(root["mode"], "mode", domain::parseMode,
                                                     {"approval", "draft", "auto"}));
    TRY(readTimes(reader, root, out));
    TRY(reader.text(root, "gain_basis_points"));
    TRY_ASSIGN(out.gainBasisPoints,
               reader.number(root["gain_basis_points"], "gain_basis_points", {0, 10'000}));
    TRY(reader.text(root, "metric"));
    TRY_ASSIGN(out.metric, reader.choice<std::string>(root["metric"], "metric", parseMetric,
                                                      {"meeting", "reply", "won"}));
    TRY(readCadence(reader, root, out));
    TRY(readRules(reader, root, out));
    TRY_ASSIGN(out.steps, readSteps(reader, root, out));
    return out;
}

} // namespace

base::Result<Play> parsePlay(std::string_view yaml, const std::string &fileName)
{
    const YamlReader reader(fileName);
    if (yaml.size() > sizeMax)
        return reader.fault(YAML::Mark::null_mark(), "", "The file is larger than 64 kB.");
    try {
        return readPlay(reader, YAML::Load(std::string(yaml)));
    } catch (const YAML::Exception &error) {
        return reader.fault(error.mark, "", "The file is not YAML: " + error.msg + ".");
    }
}

} // namespace topline::plays
