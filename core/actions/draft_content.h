// Do once: which content fits a draft. Called when a draft is looked at. Pure, any thread. Order:
// rules matched, then new in the last 14 days, then smoothed reply lift, then title.
#pragma once

#include "core/base/result.h"
#include "core/domain/content.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::actions {

inline constexpr base::DurationMs contentNewMs = 14 * base::dayMs;
inline constexpr std::size_t suggestionsMax = 3;

// What is known of the sale that a draft is for.
struct ContentNeed {
    std::string stage;
    std::string industry;
    std::string personTitle;
    std::optional<std::int64_t> employees;
    std::vector<std::string> buyerTexts; // where objections are looked for
};

// At most three that match a rule, or have no rules at all; retired ones never.
std::vector<domain::ContentSuggestion> suggestContent(const std::vector<domain::ContentRow> &rows,
                                                      const ContentNeed &need, base::UtcMs now);

// Replies of this asset against all content: both pulled to the common rate by 20 sends; 0.25 is a
// quarter more. 0 while nothing was sent.
double replyLift(const domain::ContentCounts &one, const domain::ContentCounts &all);

// The asset is in this text: its link, or the whole of its text.
bool holdsContent(const std::string &text, const domain::ContentAsset &asset);

// InvalidInput: no title, neither or both of link and text, a link that is not https, a size that
// is no range.
base::Status checkContent(const domain::ContentAsset &asset);

} // namespace topline::actions
