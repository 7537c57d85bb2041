// The words of which the demo company is made: names of companies and people, titles, cities,
// subjects and first lines. All invented for this program; mail addresses end in ".example". Read
// by the demo generators only; constant data, any thread, cannot fail.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace topline::crm {

struct DemoIndustry {
    std::string_view name;
    std::array<std::string_view, 6> suffixes; // of company names
    double winFactor;                         // how much better than average its deals close
};

struct DemoPlace {
    std::string_view country;
    std::string_view zone; // IANA
    int offsetMinutes;     // standard time; good enough to give buyers working hours
    std::string_view
        phone; // from a range kept free for fiction, '#' for a digit; empty: no such range
    double weight;
};

struct DemoSource {
    std::string_view name;
    double weight;
    double winRate;
};

struct DemoDepartment {
    std::string_view name;
    std::array<std::string_view, 5> titles; // most senior first
};

struct DemoProduct {
    std::string_view name;
    std::string_view family;
    int priceMinor; // per seat and year
};

struct DemoRep {
    std::string_view name;
    std::string_view team;
    double skill; // factor on the win rate
    int quotaMinor;
    bool active;
};

struct DemoMail {
    std::string_view subject;
    std::string_view firstLines;
};

extern const std::string_view demoSellerDomain;

std::span<const std::string_view> demoStems();
std::span<const DemoIndustry> demoIndustries();
std::span<const DemoPlace> demoPlaces();
std::span<const DemoSource> demoSources();
std::span<const DemoDepartment> demoDepartments();
std::span<const DemoProduct> demoProducts();
std::span<const DemoRep> demoReps();
std::span<const std::string_view> demoFirstNames();
std::span<const std::string_view> demoLastNames();
std::span<const std::string_view> demoPages(); // titles of ordinary web pages
std::span<const std::string_view> demoDocs();  // titles of documents
std::span<const DemoMail> demoReplies();       // what buyers answer
std::span<const DemoMail> demoOutbound();      // what our reps write
std::span<const std::string_view> demoNotes();
std::span<const std::string_view> demoNextSteps(int stage); // for an open stage, 0 to 3

// Lower-case ASCII letters and digits of a name, for addresses: accents dropped, spaces as '-'.
std::string demoSlug(std::string_view name);

} // namespace topline::crm
