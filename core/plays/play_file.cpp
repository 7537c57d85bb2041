#include "core/plays/play_file.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <set>
#include <utility>
#include <yaml-cpp/yaml.h>

namespace topline::plays {

using domain::Play;

namespace {

constexpr std::size_t sizeMax = 65'536;

// A document with the name of its file, so that every fault can say where it stands.
class Reader {
public:
    explicit Reader(const std::string &fileName)
        : m_fileName(fileName)
    {
    }

    base::Error fault(const YAML::Mark &mark, std::string field, std::string message) const
    {
        base::Place place{m_fileName, 0, 0, std::move(field)};
        if (!mark.is_null()) {
            place.line = mark.line + 1;
            place.column = mark.column + 1;
        }
        return {.code = base::ErrorCode::InvalidInput,
                .message = std::move(message),
                .kept = "The play was not loaded.",
                .todo = {},
                .place = std::move(place)};
    }

    base::Status onlyKeys(const YAML::Node &map, std::initializer_list<const char *> known) const
    {
        if (!map.IsMap())
            return fault(map.Mark(), "", "Keys with values are expected here.");
        std::set<std::string> seen;
        for (const auto &pair : map) {
            if (!pair.first.IsScalar())
                return fault(pair.first.Mark(), "", "A key must be a word.");
            const std::string key = pair.first.Scalar();
            if (std::find(known.begin(), known.end(), key) == known.end())
                return fault(pair.first.Mark(), key, "There is no such key.");
            if (!seen.insert(key).second)
                return fault(pair.first.Mark(), key, "The key stands here twice.");
        }
        return {};
    }

    base::Result<std::string> text(const YAML::Node &map, const char *key) const
    {
        const YAML::Node node = map[key];
        if (!node)
            return fault(map.Mark(), key, "The key is missing.");
        if (!node.IsScalar() || node.Scalar().empty())
            return fault(node.Mark(), key, "A text is expected.");
        return node.Scalar();
    }

    base::Result<std::int64_t> number(const YAML::Node &node, const char *key,
                                      std::pair<std::int64_t, std::int64_t> range) const
    {
        std::int64_t out = 0;
        const std::string value = node.IsScalar() ? node.Scalar() : "";
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
        const bool isWhole = error == std::errc{} && end == value.data() + value.size();
        if (!isWhole || out < range.first || out > range.second) {
            return fault(node.Mark(), key,
                         "A whole number from " + std::to_string(range.first) + " to " +
                             std::to_string(range.second) + " is expected.");
        }
        return out;
    }

    // "30 min", "4 h", "2 d".
    base::Result<base::DurationMs> duration(const YAML::Node &node, const char *key) const
    {
        const std::string value = node.IsScalar() ? node.Scalar() : "";
        std::int64_t count = 0;
        const char *const last = value.data() + value.size();
        const auto [end, error] = std::from_chars(value.data(), last, count);
        const std::string unit(end, last);
        const base::DurationMs unitMs = unit == " min" ? base::minuteMs
                                        : unit == " h" ? base::hourMs
                                        : unit == " d" ? base::dayMs
                                                       : 0;
        if (error != std::errc{} || unitMs == 0 || count < 0 || count > 10'000)
            return fault(node.Mark(), key, "A duration such as 30 min, 4 h or 2 d is expected.");
        return count * unitMs;
    }

    template <typename Value>
    base::Result<Value> choice(const YAML::Node &node, const char *key,
                               std::optional<Value> (*parse)(std::string_view)) const
    {
        const auto out = node.IsScalar() ? parse(node.Scalar()) : std::nullopt;
        if (!out)
            return fault(node.Mark(), key,
                         "\"" + (node.IsScalar() ? node.Scalar() : std::string()) +
                             "\" is not one of the known values.");
        return *out;
    }

private:
    const std::string &m_fileName;
};

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

// A list of values of one kind; `least` of them must be there.
template <typename Value>
base::Result<std::vector<Value>> listOf(const Reader &reader, const YAML::Node &node,
                                        const char *key,
                                        std::optional<Value> (*parse)(std::string_view))
{
    if (!node.IsSequence() || node.size() == 0)
        return reader.fault(node.Mark(), key, "A list with at least one value is expected.");
    std::vector<Value> out;
    for (const auto &item : node) {
        TRY_ASSIGN(const Value value, reader.choice<Value>(item, key, parse));
        if (std::find(out.begin(), out.end(), value) != out.end())
            return reader.fault(item.Mark(), key, "The value stands here twice.");
        out.push_back(value);
    }
    return out;
}

base::Result<domain::PlayAudience> readAudience(const Reader &reader, const YAML::Node &node)
{
    TRY(reader.onlyKeys(node, {"amount_minor_min", "tiers", "open_deal"}));
    domain::PlayAudience out;
    if (const auto amount = node["amount_minor_min"]) {
        TRY_ASSIGN(out.amountMinorMin,
                   reader.number(amount, "amount_minor_min", {0, 1'000'000'000'000'000}));
    }
    if (const auto tiers = node["tiers"]) {
        TRY_ASSIGN(out.tiers, listOf<domain::Tier>(reader, tiers, "tiers", parseTier));
    }
    if (const auto open = node["open_deal"]) {
        TRY_ASSIGN(out.needsOpenDeal, reader.choice<bool>(open, "open_deal", parseBool));
    }
    return out;
}

base::Result<domain::PlayStep> readStep(const Reader &reader, const YAML::Node &node)
{
    TRY(reader.onlyKeys(node, {"kind", "effort", "subject", "body", "stage"}));
    domain::PlayStep out;
    TRY(reader.text(node, "kind"));
    TRY_ASSIGN(out.kind,
               reader.choice<domain::ActionKind>(node["kind"], "kind", domain::parseActionKind));
    TRY(reader.text(node, "effort"));
    TRY_ASSIGN(const base::DurationMs effort, reader.duration(node["effort"], "effort"));
    out.effortMinutes = effort / base::minuteMs;
    if (out.effortMinutes < 1 || out.effortMinutes > 480)
        return reader.fault(node["effort"].Mark(), "effort", "From 1 min to 8 h are expected.");
    TRY_ASSIGN(out.subject, reader.text(node, "subject"));
    if (out.subject.find('\n') != std::string::npos)
        return reader.fault(node["subject"].Mark(), "subject", "One line is expected.");
    if (node["body"]) {
        TRY_ASSIGN(out.body, reader.text(node, "body"));
    }
    const bool changesStage = out.kind == domain::ActionKind::StageChange;
    if (changesStage) {
        TRY_ASSIGN(out.stage, reader.text(node, "stage"));
    } else if (node["stage"]) {
        return reader.fault(node["stage"].Mark(), "stage", "Only a stage_change has a stage.");
    }
    return out;
}

// What decides how fast: urgency, its clock and the ages.
base::Status readTimes(const Reader &reader, const YAML::Node &root, Play &out)
{
    TRY(reader.text(root, "urgency"));
    TRY_ASSIGN(out.urgency,
               reader.choice<domain::Urgency>(root["urgency"], "urgency", domain::parseUrgency));
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

base::Result<Play> readPlay(const Reader &reader, const YAML::Node &root)
{
    TRY(reader.onlyKeys(root, {"id", "version", "name", "goal", "triggers", "audience", "mode",
                               "urgency", "sla", "signal_age_max", "gain_basis_points", "cooldown",
                               "metric", "steps"}));
    Play out;
    TRY(reader.text(root, "id"));
    TRY_ASSIGN(out.id, reader.choice<std::string>(root["id"], "id", parseId));
    TRY(reader.text(root, "version"));
    TRY_ASSIGN(out.version, reader.number(root["version"], "version", {1, 1'000'000}));
    TRY_ASSIGN(out.name, reader.text(root, "name"));
    TRY_ASSIGN(out.goal, reader.text(root, "goal"));
    if (!root["triggers"])
        return reader.fault(root.Mark(), "triggers", "The key is missing.");
    TRY_ASSIGN(out.triggers, listOf<domain::SignalType>(reader, root["triggers"], "triggers",
                                                        domain::parseSignalType));
    if (root["audience"]) {
        TRY_ASSIGN(out.audience, readAudience(reader, root["audience"]));
    }
    TRY(reader.text(root, "mode"));
    TRY_ASSIGN(out.mode, reader.choice<domain::Mode>(root["mode"], "mode", domain::parseMode));
    TRY(readTimes(reader, root, out));
    TRY(reader.text(root, "gain_basis_points"));
    TRY_ASSIGN(out.gainBasisPoints,
               reader.number(root["gain_basis_points"], "gain_basis_points", {0, 10'000}));
    TRY(reader.text(root, "metric"));
    TRY_ASSIGN(out.metric, reader.choice<std::string>(root["metric"], "metric", parseMetric));
    const YAML::Node steps = root["steps"];
    if (!steps || !steps.IsSequence() || steps.size() == 0)
        return reader.fault(steps ? steps.Mark() : root.Mark(), "steps",
                            "A list with at least one step is expected.");
    for (const auto &step : steps) {
        TRY_ASSIGN(domain::PlayStep read, readStep(reader, step));
        out.steps.push_back(std::move(read));
    }
    return out;
}

} // namespace

base::Result<Play> parsePlay(std::string_view yaml, const std::string &fileName)
{
    const Reader reader(fileName);
    if (yaml.size() > sizeMax)
        return reader.fault(YAML::Mark::null_mark(), "", "The file is larger than 64 kB.");
    try {
        return readPlay(reader, YAML::Load(std::string(yaml)));
    } catch (const YAML::Exception &error) {
        return reader.fault(error.mark, "", "The file is not YAML: " + error.msg + ".");
    }
}

} // namespace topline::plays
