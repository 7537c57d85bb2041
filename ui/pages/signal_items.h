// The rows of the Signals page as its lists show them: detectors with their groups, and hits. Each
// with its key, its sentence for screen readers and equality. Built from a SignalsView on the GUI
// thread; pure, cannot fail.
#pragma once

#include "core/domain/detector_view.h"
#include "ui/pages/signal_draft.h"
#include "ui/text/detector_text.h"

#include <QString>

#include <optional>
#include <vector>

namespace topline::pages {

// A detector, or the name of a group above its detectors.
struct SignalItem {
    int id = 0; // negative: a group
    domain::SignalType type = domain::SignalType::PricingRevisit;
    QString name, group;
    bool isOn = true;
    bool isChanged = false; // by the draft
    std::int64_t hits = 0, accounts = 0, judged = 0, accepted = 0, dismissed = 0, heldOut = 0;
    std::optional<double> precision, low, high;
    base::UtcMs lastMs = 0;
    QString hitsText, accountsText, precisionText, rangeText, judgedText, acceptedText;
    QString dismissedText, heldOutText, lastText, spoken;

    int key() const { return id; }

    const QString &text() const { return spoken; }

    bool isGroup() const { return id < 0; }

    // Enough of them were judged for a share.
    bool hasShare() const { return precision && judged >= ui::text::judgedLeast; }

    bool operator==(const SignalItem &) const = default;
};

enum class SignalScope { All, Fired, Off };

struct SignalOrder {
    SignalScope scope = SignalScope::All;
    int column = 0; // SignalDelegate::Column
    bool down = false;
};

// In groups while they are sorted by name; by any other column in one run.
std::vector<SignalItem> signalItems(const domain::SignalsView &view, const SignalDraft &draft,
                                    const SignalOrder &order, const ui::text::Format &format);

// A hit of the newest ones, or one that a dry run would add or take away.
struct HitItem {
    base::Uuid id;
    domain::AccountId account;
    domain::ContactId contact;
    domain::DealId deal;
    QString name, after, when, below, spoken;

    const base::Uuid &key() const { return id; }

    const QString &text() const { return spoken; }

    bool operator==(const HitItem &) const = default;
};

// What stands before the sentence of a hit.
enum class HitTail { State, Detector, Nothing };

std::vector<HitItem> hitItems(const std::vector<domain::SignalHit> &hits, HitTail tail,
                              const ui::text::Format &format);

} // namespace topline::pages
