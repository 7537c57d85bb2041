#include "core/plays/play_text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace topline::plays {

namespace {

constexpr char hexDigits[] = "0123456789ABCDEF";

// A word or sentence that YAML reads as it stands.
bool isPlain(std::string_view text)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto isHarmless = [&](char c) {
        return isLetter(c) || (c >= '0' && c <= '9') ||
               std::string_view(" .()-_/@").find(c) != std::string_view::npos;
    };
    constexpr std::array<std::string_view, 3> nothing = {"null", "Null", "NULL"};
    return !text.empty() && isLetter(text.front()) && text.back() != ' ' &&
           std::all_of(text.begin(), text.end(), isHarmless) &&
           std::find(nothing.begin(), nothing.end(), text) == nothing.end();
}

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out.append(1, '\\').append(1, c);
        else if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else if (byte < 0x20 || byte == 0x7f)
            out.append("\\x").append(1, hexDigits[byte >> 4]).append(1, hexDigits[byte & 15]);
        else
            out += c;
    }
    return out + "\"";
}

std::string scalar(std::string_view text)
{
    return isPlain(text) ? std::string(text) : quoted(text);
}

// Several lines that can stand below their key as they are.
bool isBlock(std::string_view text)
{
    if (text.find('\n') == std::string_view::npos || text.ends_with("\n\n"))
        return false;
    bool isLineStart = true;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n') || byte == 0x7f)
            return false;
        if (isLineStart && c == ' ')
            return false;
        isLineStart = c == '\n';
    }
    return text.front() != '\n' && text.front() != '#';
}

class Writer {
public:
    void line(int indent, std::string_view text)
    {
        m_out.append(static_cast<std::size_t>(indent), ' ').append(text).append("\n");
    }

    void value(int indent, std::string_view key, std::string_view text)
    {
        if (!isBlock(text)) {
            line(indent, std::string(key) + ": " + scalar(text));
            return;
        }
        const bool endsLine = text.back() == '\n';
        line(indent, std::string(key) + (endsLine ? ": |" : ": |-"));
        if (endsLine)
            text.remove_suffix(1);
        for (;;) {
            const auto end = text.find('\n');
            const auto part = text.substr(0, end);
            part.empty() ? line(0, "") : line(indent + 2, part);
            if (end == std::string_view::npos)
                return;
            text.remove_prefix(end + 1);
        }
    }

    void number(int indent, std::string_view key, std::int64_t value)
    {
        line(indent, std::string(key) + ": " + std::to_string(value));
    }

    void duration(int indent, std::string_view key, base::DurationMs ms)
    {
        const bool isDays = ms != 0 && ms % base::dayMs == 0;
        const bool isHours = ms != 0 && ms % base::hourMs == 0;
        const auto unitMs = isDays ? base::dayMs : isHours ? base::hourMs : base::minuteMs;
        const char *const unit = isDays ? " d" : isHours ? " h" : " min";
        line(indent, std::string(key) + ": " + std::to_string(ms / unitMs) + unit);
    }

    template <typename Value>
    void words(int indent, std::string_view key, const std::vector<Value> &values,
               std::string_view (*name)(Value))
    {
        std::string list;
        for (const Value value : values)
            list.append(list.empty() ? "" : ", ").append(name(value));
        line(indent, std::string(key) + ": [" + list + "]");
    }

    void list(int indent, std::string_view key, const std::vector<std::string> &texts)
    {
        if (texts.empty())
            return;
        line(indent, std::string(key) + ":");
        for (const auto &text : texts)
            line(indent + 2, "- " + scalar(text));
    }

    std::string take() && { return std::move(m_out); }

private:
    std::string m_out;
};

std::string_view tierWord(domain::Tier tier)
{
    return tier == domain::Tier::Hot ? "hot" : tier == domain::Tier::Warm ? "warm" : "cold";
}

void writeAudience(Writer &out, const domain::PlayAudience &audience)
{
    if (audience == domain::PlayAudience{})
        return;
    out.line(0, "audience:");
    if (audience.amountMinorMin)
        out.number(2, "amount_minor_min", *audience.amountMinorMin);
    if (!audience.tiers.empty())
        out.words<domain::Tier>(2, "tiers", audience.tiers, tierWord);
    if (audience.needsOpenDeal)
        out.line(2, "open_deal: true");
}

void writeCadence(Writer &out, const domain::Play &play)
{
    if (play.cadence != domain::CadenceKind::Fixed)
        out.line(0, "cadence: " + std::string(domain::cadenceKindName(play.cadence)));
    if (play.exits != domain::Play{}.exits)
        out.words<domain::ExitEvent>(0, "exit", play.exits, domain::exitEventName);
    if (play.perRepDayMax == 0 && play.perAccountMax == 0)
        return;
    out.line(0, "limits:");
    if (play.perRepDayMax != 0)
        out.number(2, "per_rep_day", play.perRepDayMax);
    if (play.perAccountMax != 0)
        out.number(2, "per_account", play.perAccountMax);
}

void writeRules(Writer &out, const domain::PlayRules &rules)
{
    if (rules == domain::PlayRules{})
        return;
    out.line(0, "rules:");
    out.list(2, "may", rules.may);
    out.list(2, "must_ask", rules.mustAsk);
    out.list(2, "must_not", rules.mustNot);
    if (!rules.escalateTo.empty())
        out.value(2, "escalate_to", rules.escalateTo);
}

void writeStep(Writer &out, const domain::PlayStep &step)
{
    out.line(2, "- kind: " + std::string(domain::actionKindName(step.kind)));
    out.duration(4, "effort", step.effortMinutes * base::minuteMs);
    if (step.day != 0)
        out.number(4, "day", step.day);
    if (step.when != domain::StepWhen::Always)
        out.line(4, "when: " + std::string(domain::stepWhenName(step.when)));
    if (step.elseStep != 0)
        out.number(4, "else", step.elseStep);
    if (!step.onSignals.empty())
        out.words<domain::SignalType>(4, "on_signals", step.onSignals, domain::signalTypeName);
    if (step.answersThread)
        out.line(4, "thread: reply");
    if (!step.stage.empty())
        out.value(4, "stage", step.stage);
    out.value(4, "subject", step.subject);
    if (!step.body.empty())
        out.value(4, "body", step.body);
    if (step.variants.empty())
        return;
    out.line(4, "variants:");
    for (const auto &variant : step.variants) {
        out.line(6, "- name: " + scalar(variant.name));
        out.value(8, "subject", variant.subject);
        if (!variant.body.empty())
            out.value(8, "body", variant.body);
    }
}

} // namespace

std::string playText(const domain::Play &play)
{
    Writer out;
    out.line(0, "id: " + (isPlain(play.id) ? play.id : quoted(play.id)));
    out.number(0, "version", play.version);
    out.value(0, "name", play.name);
    out.value(0, "goal", play.goal);
    out.words<domain::SignalType>(0, "triggers", play.triggers, domain::signalTypeName);
    writeAudience(out, play.audience);
    out.line(0, "mode: " + std::string(domain::modeName(play.mode)));
    out.line(0, "urgency: " + std::string(domain::urgencyName(play.urgency)));
    if (play.slaMs)
        out.duration(0, "sla", *play.slaMs);
    out.duration(0, "signal_age_max", play.signalAgeMaxMs);
    out.number(0, "gain_basis_points", play.gainBasisPoints);
    if (play.cooldownMs)
        out.duration(0, "cooldown", *play.cooldownMs);
    out.line(0, "metric: " + play.metric);
    writeCadence(out, play);
    writeRules(out, play.rules);
    out.line(0, "steps:");
    for (const auto &step : play.steps)
        writeStep(out, step);
    return std::move(out).take();
}

std::string withVersion(std::string_view yaml, std::int64_t version)
{
    std::string out;
    bool isDone = false;
    while (!yaml.empty()) {
        const auto end = std::min(yaml.find('\n'), yaml.size() - 1) + 1;
        const auto part = yaml.substr(0, end);
        if (!isDone && part.starts_with("version:")) {
            out += "version: " + std::to_string(version);
            const auto comment = part.find(" #");
            out += comment == std::string_view::npos ? (part.ends_with('\n') ? "\n" : "")
                                                     : std::string(part.substr(comment));
            isDone = true;
        } else {
            out += part;
        }
        yaml.remove_prefix(end);
    }
    return out;
}

} // namespace topline::plays
