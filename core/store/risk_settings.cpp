// The thresholds of risk as settings of the workspace. A missing row means the default.
#include "core/store/settings_store.h"
#include "core/store/text_list.h"

#include <charconv>
#include <string_view>

namespace topline::store {

namespace {

base::Error unreadable(const std::string &key)
{
    return {base::ErrorCode::Corrupt, "The setting \"" + key + "\" cannot be read.",
            "Nothing was changed.", "Set it again, or restore a backup."};
}

std::string textOf(std::int64_t value)
{
    return std::to_string(value);
}

std::string textOf(bool value)
{
    return value ? "1" : "0";
}

std::string textOf(const std::vector<std::string> &value)
{
    return encodeTexts(value);
}

std::string textOf(const std::set<std::string> &value)
{
    return encodeTexts({value.begin(), value.end()});
}

// Stage, threshold, stage, threshold …
std::string textOf(const std::map<std::string, std::int64_t> &value)
{
    std::vector<std::string> texts;
    for (const auto &[stage, threshold] : value) {
        texts.push_back(stage);
        texts.push_back(std::to_string(threshold));
    }
    return encodeTexts(texts);
}

bool parse(const std::string &text, std::int64_t &out)
{
    const auto *end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data(), end, out);
    return fault == std::errc() && stop == end && !text.empty();
}

bool parse(const std::string &text, bool &out)
{
    out = text == "1";
    return out || text == "0";
}

bool parse(const std::string &text, std::vector<std::string> &out)
{
    auto list = decodeTexts(text);
    if (list)
        out = std::move(*list);
    return list.has_value();
}

bool parse(const std::string &text, std::set<std::string> &out)
{
    const auto list = decodeTexts(text);
    if (list)
        out = {list->begin(), list->end()};
    return list.has_value();
}

bool parse(const std::string &text, std::map<std::string, std::int64_t> &out)
{
    const auto list = decodeTexts(text);
    if (!list || list->size() % 2 != 0)
        return false;
    out.clear();
    for (std::size_t i = 0; i < list->size(); i += 2) {
        if (!parse((*list)[i + 1], out[(*list)[i]]))
            return false;
    }
    return true;
}

// Every threshold by its name; Visit is called as visit(name, field) for const and mutable alike.
template <typename Policy, typename Visit> base::Status eachField(Policy &policy, Visit &&visit)
{
    for (const auto rule : domain::riskWarnings()) {
        auto &warning = policy.warnings[static_cast<std::size_t>(rule) - 1];
        const std::string name = "risk." + std::string(domain::riskRuleName(rule)) + ".";
        TRY(visit(name + "on", warning.on));
        TRY(visit(name + "weight_permille", warning.weightPermille));
        TRY(visit(name + "threshold", warning.threshold));
        TRY(visit(name + "stage_thresholds", warning.stageThresholds));
        TRY(visit(name + "off_stages", warning.offStages));
    }
    TRY(visit("risk.unanswered_min", policy.unansweredMin));
    TRY(visit("risk.contacts_min_big", policy.contactsMinBig));
    TRY(visit("risk.power_after_stage", policy.powerAfterStage));
    TRY(visit("risk.dwell_samples_min", policy.dwellSamplesMin));
    TRY(visit("risk.norm_samples_min", policy.normSamplesMin));
    TRY(visit("risk.proposal_stages", policy.proposalStages));
    TRY(visit("risk.competitors", policy.competitors));
    TRY(visit("risk.concessions", policy.concessions));
    TRY(visit("risk.cohort_exits_min", policy.cohortExitsMin));
    TRY(visit("risk.ratio_samples_min", policy.ratioSamplesMin));
    TRY(visit("risk.warn_permille", policy.warnPermille));
    TRY(visit("risk.alert_permille", policy.alertPermille));
    TRY(visit("risk.z_limit_milli", policy.zLimitMilli));
    TRY(visit("risk.silence_permille", policy.silencePermille));
    TRY(visit("risk.false_share_permille", policy.falseSharePermille));
    TRY(visit("risk.hygiene_permille", policy.hygienePermille));
    TRY(visit("risk.rearm_ms", policy.rearmMs));
    TRY(visit("risk.large_factor", policy.largeFactor));
    TRY(visit("risk.large_quarter_permille", policy.largeQuarterPermille));
    TRY(visit("risk.zombie_cycle_factor", policy.zombieCycleFactor));
    TRY(visit("risk.zombie_silent_ms", policy.zombieSilentMs));
    return visit("risk.zombie_pushes", policy.zombiePushes);
}

} // namespace

base::Result<domain::RiskPolicy> SettingsStore::riskPolicy() const
{
    domain::RiskPolicy out;
    TRY(eachField(out, [this](const std::string &key, auto &field) -> base::Status {
        TRY_ASSIGN(const auto text, value(key));
        if (text && !parse(*text, field))
            return unreadable(key);
        return {};
    }));
    return out;
}

base::Result<bool> SettingsStore::setRiskPolicy(const domain::RiskPolicy &policy)
{
    TRY_ASSIGN(const auto before, riskPolicy());
    if (before == policy)
        return false;
    TRY(eachField(policy, [this](const std::string &key, const auto &field) -> base::Status {
        const std::string text = textOf(field);
        TRY_ASSIGN(const auto stored, value(key));
        return stored == text ? base::Status() : setValue(key, text);
    }));
    return true;
}

} // namespace topline::store
