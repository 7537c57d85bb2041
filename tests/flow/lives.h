// Many lives of one program (life_program.cpp) over one workspace, against the fakes of HubSpot and
// Salesforce in this process: each life ends by itself or by SIGKILL, at a step of its own or when
// a request of its reaches a fake. And the judge of what they leave behind. Used by
// process_kill_test on one thread; the fakes answer on threads of the servers.
#pragma once

#include "core/base/time.h"
#include "tests/fakes/http_server.h"
#include "tests/fakes/hubspot_fake.h"
#include "tests/fakes/salesforce_fake.h"

#include <QTemporaryDir>

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace topline::flow {

// When a life ends before its work is done. Steps and requests count from 1; 0: never.
struct Kill {
    std::int64_t step = 0;
    std::int64_t request = 0;
    bool isHandled = false; // the request took effect before the end

    std::string text() const;
};

struct Ended {
    bool isKilled = false;
    std::string point;         // of a kill at a step
    std::int64_t steps = 0;    // of a life that ended by itself
    std::int64_t requests = 0; // that reached a fake
    std::string error;         // of a life that failed by itself
};

class Lives {
public:
    struct Options {
        bool isKeyed = true; // HubSpot has the unique property that makes creates repeatable
        std::string fault = "none";
    };

    // The days of a workspace, in their order.
    static const std::vector<std::string> &phases();

    // Before the first day. The clock is the servers', and must outlive it.
    Lives(base::FixedClock &clock, Options options);
    // The same workspace and CRMs once more, as they stand; nobody is alive in the copy.
    Lives(const Lives &other);

    // One life on the day that has come.
    Ended live(const Kill &kill = {});
    // Lives until the day's work is done; what went wrong, or nothing.
    std::string finish();
    // The next day: time passes, and people change things over there. False: there is none.
    bool pass();

    std::size_t number() const { return m_phase; } // of the day, from 0

    const std::string &phase() const { return phases().at(m_phase); }

    // Every record and event as stored, how effects ended, and all that was written over there,
    // without what differs from life to life: must not depend on how lives ended.
    std::string digest();
    // What cannot be right however lives ended, one finding a line.
    std::string faults();
    // Effects that are marked as on the wire, or in doubt.
    std::int64_t inDoubt();
    std::size_t hubSpotTasks() const; // that were written by us

private:
    fakes::Response serve(const fakes::Request &request, const fakes::Handler &fake);
    void change();
    std::string writes() const;

    base::FixedClock &m_clock;
    Options m_options;
    fakes::HubSpotFake m_hub;
    fakes::SalesforceFake m_sales;
    QTemporaryDir m_folder;
    std::string m_file;
    std::size_t m_phase = 0;
    std::uint64_t m_seed = 1;

    mutable std::mutex m_mutex; // of all below, and of the fakes while somebody lives
    Kill m_kill;
    std::int64_t m_requests = 0;
    int m_process = 0; // 0: nobody lives

    fakes::HttpServer m_hubServer;
    fakes::HttpServer m_salesServer;
};

} // namespace topline::flow
