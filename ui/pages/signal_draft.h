// What a person is about to change on the Signals page, and the trial of exactly that: typed
// thresholds and switched detectors over the policy that is saved. GUI thread, plain values. A
// reload changes what lies below and never what was typed; a trial counts only for the very
// policies that it compared.
#pragma once

#include "core/base/result.h"
#include "core/domain/detector_view.h"

#include <QLocale>
#include <QString>

#include <map>
#include <optional>

namespace topline::pages {

class SignalDraft {
public:
    enum class Trial { None, Running, Done, Failed };

    // What is saved now. A change that it already holds is no change any more.
    void setView(const domain::SignalsView &view);
    void clear();

    // What was typed for a threshold, even if it means nothing yet; what is typed back to the saved
    // value is forgotten.
    void type(const std::string &key, const QString &text, const QLocale &locale);
    void setValue(const std::string &key, std::int64_t value, const QLocale &locale);
    const QString *typed(const std::string &key) const;
    // Nothing: what was typed cannot be used.
    std::optional<std::int64_t> value(const domain::DetectorParameter &parameter) const;

    bool isEnabled(domain::SignalType type) const;
    void setEnabled(domain::SignalType type, bool isOn);

    bool isChanged() const { return !m_typed.empty() || !m_switched.empty(); }

    int changes() const { return static_cast<int>(m_typed.size() + m_switched.size()); }

    // Whether the detector itself is switched, or one of its thresholds differs.
    bool concerns(const domain::DetectorRow &row) const;
    // Every typed value can be used.
    bool isValid() const;
    // The saved policy with the changes; those that cannot be used are left out.
    domain::SignalPolicy policy() const;

    // Of what is drafted now; that of another draft counts as none.
    Trial trial() const;
    bool canTry() const;

    bool canSave() const { return isChanged() && isValid() && trial() == Trial::Done; }

    // Returns the number under which the answer is taken; an answer to an earlier one is dropped.
    std::uint64_t beginTrial();
    bool endTrial(std::uint64_t number, const base::Result<domain::DryRun> &result);

    const domain::DryRun &result() const { return m_result; }

private:
    struct Typed {
        QString text;
        std::optional<std::int64_t> value;
    };

    const domain::DetectorParameter *find(const std::string &key) const;
    void forgetWhatIsSaved();

    domain::SignalPolicy m_saved;
    std::map<std::string, domain::DetectorParameter> m_parameters; // by key, as saved
    std::map<std::string, Typed> m_typed;
    std::map<domain::SignalType, bool> m_switched; // to on or off
    Trial m_trial = Trial::None;
    std::uint64_t m_number = 0;
    domain::SignalPolicy m_triedOver; // the saved policy at that time
    domain::SignalPolicy m_tried;
    domain::DryRun m_result;
};

} // namespace topline::pages
