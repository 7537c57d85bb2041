// Who must not be contacted, and what people agreed to. Both are kept by a tag of the address (its
// keyed hash), not by the person's row, so that they outlive erasing, importing again, merging and
// restoring. Plain values, any thread. Numbers of enums are stored.
#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/domain/ids.h"
#include "core/domain/play.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::domain {

// The way to a person that a tag stands for.
enum class Reach : std::int32_t { Mail = 1, Call = 2 };

enum class StopWhy : std::int32_t {
    ByHand = 1,
    Unsubscribed = 2,
    Complaint = 3,
    Erased = 4,
    Imported = 5,
    Withdrawn = 6, // a consent was taken back
};

constexpr std::string_view reachName(Reach reach)
{
    return reach == Reach::Mail ? "mail" : "call";
}

std::string_view stopWhyName(StopWhy why); // "by_hand", "unsubscribed" …
std::optional<StopWhy> parseStopWhy(std::string_view name);

// One row of the do-not-contact list; it stands until a person releases exactly this row.
struct DoNotContact {
    base::Uuid id;
    std::string tag; // 64 hexadecimal digits
    Reach reach = Reach::Mail;
    StopWhy why = StopWhy::ByHand;
    std::string note; // of the person who added it; never the address
    base::UtcMs atMs = 0;
    std::optional<base::UtcMs> releasedMs;
    std::string releasedWhy;
    bool operator==(const DoNotContact &) const = default;
};

enum class ConsentState : std::int32_t { Given = 1, Withdrawn = 2 };

std::string_view consentStateName(ConsentState state); // "given", "withdrawn"
std::optional<ConsentState> parseConsentState(std::string_view name);

// The newest row of a tag and way counts; rows are never changed.
struct Consent {
    std::string tag;
    Reach reach = Reach::Mail;
    ConsentState state = ConsentState::Given;
    std::string basis;  // "consent", "contract", "legitimate_interest"
    std::string source; // "web form", "on the phone" …
    std::string proof;  // where it can be seen
    base::UtcMs atMs = 0;
    bool operator==(const Consent &) const = default;
};

// Said of one person of an account when its signals are decided on.
struct ContactLimit {
    ContactId contact;
    std::optional<StopWhy> noMail; // on the do-not-contact list
    std::optional<StopWhy> noCall;
    std::optional<ConsentState> mailConsent; // absent: nothing is stored
    bool operator==(const ContactLimit &) const = default;
};

} // namespace topline::domain
