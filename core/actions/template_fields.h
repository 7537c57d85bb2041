// Do once: the one table of what a template may name, and the values of a record for it, written
// for people. Called when drafts are made, and by editors that list the fields. Pure, any thread.
// A missing record or an empty value gives no entry.
#pragma once

#include "core/actions/template.h"
#include "core/base/calendar.h"
#include "core/domain/content.h"
#include "core/domain/play.h"
#include "core/domain/records.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace topline::actions {

// Ascending by name.
std::span<const domain::TemplateField> templateFields();

bool isTemplateField(std::string_view name);

// The field that was probably meant; empty when none is near.
std::string nearestTemplateField(std::string_view name);

struct MeetingTime {
    base::UtcMs startMs = 0;
    base::UtcMs endMs = 0;
};

// What is known for one draft; all of it may be absent.
struct MergeSource {
    const domain::Contact *contact = nullptr;
    const domain::Account *account = nullptr;
    const domain::Deal *deal = nullptr;
    const domain::Owner *owner = nullptr;
    const domain::Play *play = nullptr;
    std::string stageName = {};
    std::string productName = {};
    std::string eventTitle = {}; // what the buyer did last
    std::optional<base::UtcMs> eventMs = {};
    std::vector<MeetingTime> meetingTimes = {}; // that are proposed, ascending
    base::TimeZone zone = {};                   // of dates and times
    std::string language = "en";                // of dates: en, de, fr, es, ja
};

MergeFields mergeFields(const MergeSource &source);

// "$48,000", "€1,250.50", "CHF 900".
std::string amountText(const base::Money &amount);
// "3 December 2026", by the words of the language.
std::string dateText(base::CivilDate date, const std::string &language);

} // namespace topline::actions
