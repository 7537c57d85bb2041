// Whether a record that has just come is one that another system brought before: people and owners
// by mail address, companies by domain. Called by core/sync for each new record while more than one
// system has any. Pure, cannot fail. A match is only a hint: it links, it never makes two records
// of one system into one.
#pragma once

#include "core/store/match_store.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace topline::sync {

// What is compared: trimmed and in lower case; "" when there is nothing to compare.
std::string mailKey(std::string_view email);
// "" also for the domains of mail providers, which say nothing about a company.
std::string companyKey(std::string_view domain);

// The row to link with: the only candidate, when it is of another system; else 0.
std::int64_t uniqueMatch(const std::vector<store::Candidate> &candidates,
                         const std::string &system);

} // namespace topline::sync
