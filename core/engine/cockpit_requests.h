// What the window asks of the engine where that takes more than a word. Filled by pages, part of
// cockpit.h. Plain values that cannot fail.
#pragma once

#include "core/base/uuid.h"
#include "core/domain/forecast.h"
#include "core/domain/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::engine {

struct TaskRequest {
    std::string subject;
    std::string body;
    std::vector<domain::DealId>
        deals; // one task per deal; empty: one task for the account or nobody
    domain::AccountId account;
};

// A meeting with the person of that action, at a time that was proposed.
struct BookRequest {
    base::Uuid action;
    base::UtcMs fromMs = 0;
    std::int64_t minutes = 30;
    std::string title;
    std::string text;
    std::string place = {}; // or an https link, to meet by
};

struct ImportRequest {
    std::vector<std::string> paths; // files or one folder
    std::string mapping;            // preset name or YAML file; empty: detect
    bool dryRun = false;
    bool events = false; // events from CSV or JSON Lines rather than CRM records
};

struct VelocityRequest {
    std::optional<domain::OwnerId> owner;
    int weeks = 26;
};

struct ForecastRequest {
    std::optional<domain::OwnerId> owner;
    domain::ForecastSpan span = domain::ForecastSpan::Quarter;
};

} // namespace topline::engine
