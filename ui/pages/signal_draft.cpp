#include "ui/pages/signal_draft.h"

#include "ui/text/threshold_text.h"

#include <algorithm>

namespace topline::pages {

namespace {

bool isOn(const domain::SignalPolicy &policy, domain::SignalType type)
{
    return std::find(policy.disabled.begin(), policy.disabled.end(),
                     domain::signalTypeName(type)) == policy.disabled.end();
}

} // namespace

void SignalDraft::setView(const domain::SignalsView &view)
{
    m_saved = view.policy;
    m_parameters.clear();
    for (const domain::DetectorRow &row : view.rows) {
        for (const domain::DetectorParameter &parameter : row.parameters)
            m_parameters.insert_or_assign(parameter.key, parameter);
    }
    forgetWhatIsSaved();
}

void SignalDraft::forgetWhatIsSaved()
{
    std::erase_if(m_typed, [this](const auto &entry) {
        const domain::DetectorParameter *parameter = find(entry.first);
        return parameter == nullptr || entry.second.value == parameter->value;
    });
    std::erase_if(m_switched,
                  [this](const auto &entry) { return isOn(m_saved, entry.first) == entry.second; });
}

void SignalDraft::clear()
{
    m_typed.clear();
    m_switched.clear();
    m_trial = Trial::None;
    ++m_number;
}

const domain::DetectorParameter *SignalDraft::find(const std::string &key) const
{
    const auto at = m_parameters.find(key);
    return at != m_parameters.end() ? &at->second : nullptr;
}

void SignalDraft::type(const std::string &key, const QString &text, const QLocale &locale)
{
    const domain::DetectorParameter *parameter = find(key);
    if (parameter == nullptr)
        return;
    const auto meant = ui::text::parseThreshold(*parameter, text, locale);
    if (meant == parameter->value)
        m_typed.erase(key);
    else
        m_typed[key] = {text, meant};
}

void SignalDraft::setValue(const std::string &key, std::int64_t value, const QLocale &locale)
{
    const domain::DetectorParameter *parameter = find(key);
    if (parameter == nullptr)
        return;
    if (value == parameter->value)
        m_typed.erase(key);
    else
        m_typed[key] = {ui::text::thresholdInput(*parameter, value, locale), value};
}

const QString *SignalDraft::typed(const std::string &key) const
{
    const auto at = m_typed.find(key);
    return at != m_typed.end() ? &at->second.text : nullptr;
}

std::optional<std::int64_t> SignalDraft::value(const domain::DetectorParameter &parameter) const
{
    const auto at = m_typed.find(parameter.key);
    return at != m_typed.end() ? at->second.value : parameter.value;
}

bool SignalDraft::isEnabled(domain::SignalType type) const
{
    const auto at = m_switched.find(type);
    return at != m_switched.end() ? at->second : isOn(m_saved, type);
}

void SignalDraft::setEnabled(domain::SignalType type, bool isOnNow)
{
    if (isOn(m_saved, type) == isOnNow)
        m_switched.erase(type);
    else
        m_switched[type] = isOnNow;
}

bool SignalDraft::concerns(const domain::DetectorRow &row) const
{
    return m_switched.contains(row.type) ||
           std::any_of(row.parameters.begin(), row.parameters.end(),
                       [this](const auto &parameter) { return m_typed.contains(parameter.key); });
}

bool SignalDraft::isValid() const
{
    return std::all_of(m_typed.begin(), m_typed.end(),
                       [](const auto &entry) { return entry.second.value.has_value(); });
}

domain::SignalPolicy SignalDraft::policy() const
{
    domain::SignalPolicy out = m_saved;
    for (const auto &[key, typed] : m_typed) {
        const domain::DetectorParameter *parameter = find(key);
        if (parameter != nullptr && parameter->field != nullptr && typed.value)
            out.*(parameter->field) = *typed.value;
    }
    for (const auto &[type, isOnNow] : m_switched) {
        const std::string name(domain::signalTypeName(type));
        std::erase(out.disabled, name);
        if (!isOnNow)
            out.disabled.push_back(name);
    }
    std::sort(out.disabled.begin(), out.disabled.end());
    return out;
}

SignalDraft::Trial SignalDraft::trial() const
{
    const bool isOfThis = isChanged() && isValid() && m_triedOver == m_saved && m_tried == policy();
    return isOfThis ? m_trial : Trial::None;
}

bool SignalDraft::canTry() const
{
    return isChanged() && isValid() && trial() != Trial::Running && trial() != Trial::Done;
}

std::uint64_t SignalDraft::beginTrial()
{
    m_trial = Trial::Running;
    m_triedOver = m_saved;
    m_tried = policy();
    m_result = {};
    return ++m_number;
}

bool SignalDraft::endTrial(std::uint64_t number, const base::Result<domain::DryRun> &result)
{
    if (number != m_number || m_trial != Trial::Running)
        return false;
    m_trial = result.ok() ? Trial::Done : Trial::Failed;
    if (result.ok())
        m_result = *result;
    return true;
}

} // namespace topline::pages
