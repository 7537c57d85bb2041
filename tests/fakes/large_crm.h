// How large the companies of the generating fakes are, what is in each of their records, and how
// many requests the published limits of the two APIs need for all of it. Used by those fakes, by
// their tests and by benchmarks. Every value follows from the record's number: nothing is stored.
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <string>

namespace topline::fakes {

struct LargeCrm {
    std::int64_t companies = 0;
    std::int64_t contacts = 0;
    std::int64_t deals = 0;
    base::UtcMs nowMs = 0; // nothing was changed within the last day

    std::int64_t companyOfContact(std::int64_t number) const { return number % companies; }

    std::int64_t companyOfDeal(std::int64_t number) const { return number % companies; }

    // Of the same company, where it has one.
    std::int64_t contactOfDeal(std::int64_t number) const { return number % contacts; }

    // Rising with the number, a few records to the second.
    base::UtcMs changedMs(std::int64_t number) const
    {
        return (nowMs / base::secondMs) * base::secondMs - 30 * base::dayMs +
               number / 7 * base::secondMs;
    }
};

inline std::int64_t pagesOf(std::int64_t rows, std::int64_t perPage)
{
    return (rows + perPage - 1) / perPage;
}

struct LargePerson {
    explicit LargePerson(std::int64_t number)
    {
        static constexpr const char *names[] = {"Dana",  "Robin", "Maria", "Jonas", "Aylin",
                                                "Pedro", "Chen",  "Olga",  "Femi",  "Ingrid"};
        static constexpr const char *titles[] = {"Head of Purchasing", "CFO", "Sales Engineer",
                                                 "Managing Director", "IT Operations Manager"};
        firstName = names[number % 10];
        lastName = "Reyes" + std::to_string(number);
        email = "person" + std::to_string(number) + "@firm.example";
        phone = "+49 30 " + std::to_string(1'000'000 + number);
        title = titles[number % 5];
    }

    std::string firstName, lastName, email, phone, title;
};

} // namespace topline::fakes
