// The network matrix for the calendar, through the whole engine: whatever the network says, for a
// moment or for three days, a booking ends once in the calendar or is told to have failed, and the
// password goes to no other host. The fake's journal is the judge.
#include "core/calendar/caldav_connector.h"
#include "core/engine/channels/calendar_book.h"
#include "core/engine/engine.h"
#include "tests/fakes/caldav_fake.h"
#include "tests/fakes/direct_http_client.h"
#include "tests/fakes/network_cells.h"
#include "tests/fakes/open_access.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <optional>
#include <set>

namespace topline::engine {

using domain::EffectState;
using fakes::TryClass;
using flow::need;

namespace {

constexpr const char *ownOrigin = "https://calendar.example/";

// Notes where requests with a password go.
class HostWatch final : public crm::HttpClient {
public:
    explicit HostWatch(crm::HttpClient &client)
        : m_client(client)
    {
    }

    base::Result<crm::HttpResponse> send(const crm::HttpRequest &request,
                                         const crm::CancelToken &cancel) override
    {
        hosts.insert(request.url.substr(0, request.url.find('/', 8) + 1));
        return m_client.send(request, cancel);
    }

    std::set<std::string> hosts;

private:
    crm::HttpClient &m_client;
};

domain::CalendarAccount ownAccount()
{
    domain::CalendarAccount out;
    out.url = "https://calendar.example";
    out.user = "rep";
    out.path = "/cal/rep/work/";
    out.address = "rep@topline.example";
    return out;
}

class Matrix {
public:
    Matrix()
    {
        m_world.sync();
        need(m_world.engine().calendar().setAccount(ownAccount()));
        for (const auto &card : need(m_world.engine().feed())) {
            if (m_meeting.isNull() && card.action.contact.isSet())
                m_meeting = need(m_world.engine().bookMeeting(
                    {card.action.id, flow::birthMs + 14 * base::dayMs + 2 * base::hourMs, 45,
                     "Offer talk", "Agenda"}));
        }
        m_clock.advance(m_world.engine().policy().feed.holdMs);
    }

    // One turn of the engine: what is due is sent and asked about, and the calendar is read.
    base::Status turn()
    {
        need(m_world.engine().drainOutbox(m_connector, m_cancel, false));
        const auto read = m_world.engine().sync(m_connector, m_cancel);
        return read.ok() ? base::Status() : base::Status(read.error());
    }

    EffectState state()
    {
        const auto effects = need(m_world.engine().tables().outbox.effectsOf(m_meeting));
        return effects.at(0).state;
    }

    TryClass classOf(const base::Status &read)
    {
        switch (state()) {
        case EffectState::Unknown:
            return TryClass::Doubt;
        case EffectState::Failed:
            return TryClass::Permanent;
        default:
            return !read.ok() && read.error().code == base::ErrorCode::SignInNeeded
                       ? TryClass::Auth
                       : TryClass::Retry;
        }
    }

    void pass(base::DurationMs ms) { m_clock.advance(ms); }

    base::UtcMs now() const { return m_clock.now(); }

    std::optional<fakes::HttpCell> cell;
    fakes::CalDavFake server;
    fakes::DirectHttpClient client{[this](const fakes::Request &request) {
        const auto real = [&] { return server.handle(request); };
        return cell ? cell->answer(request, real) : real();
    }};
    HostWatch watch{client};

private:
    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_crm{flow::birthMs, 4};
    flow::World m_world{m_crm, m_clock};
    fakes::OpenAccess m_access{"secret", ""};
    calendar::CalDavConnector m_connector{{watch, m_access, m_clock, ownAccount()}};
    crm::CancelToken m_cancel;
    base::Uuid m_meeting;
};

void last(Matrix &matrix, const fakes::Outage &outage)
{
    for (const base::UtcMs end = matrix.now() + outage.lastsMs; matrix.now() < end;) {
        matrix.pass(outage.stepMs);
        (void)matrix.turn().ok();
    }
}

void recover(Matrix &matrix)
{
    for (int turn = 0; turn < 12; ++turn) {
        matrix.pass(base::hourMs);
        (void)matrix.turn().ok();
    }
}

} // namespace

TEST(CalendarNetwork, EveryCellOfAnyLengthEndsInOneBookingOrAnHonestFailure)
{
    int cells = 0;
    for (const fakes::HttpCell &cell : fakes::httpCells()) {
        for (const fakes::Outage &outage : fakes::outages) {
            SCOPED_TRACE(std::string(cell.name) + ", " + outage.name);
            ++cells;
            Matrix matrix;
            matrix.cell = cell;
            // A condition that does not hold is looked into: nothing is there, it may go again.
            const TryClass wanted =
                std::string_view(cell.name) == "412" ? TryClass::Retry : cell.write;
            EXPECT_EQ(matrix.classOf(matrix.turn()), wanted);
            last(matrix, outage);
            matrix.cell.reset();
            recover(matrix);
            const bool isRefused = wanted == TryClass::Permanent;
            EXPECT_EQ(matrix.server.createdWith("Offer talk"), isRefused ? 0 : 1);
            EXPECT_EQ(matrix.state(), isRefused ? EffectState::Failed : EffectState::Sent);
            EXPECT_EQ(matrix.watch.hosts, std::set<std::string>{ownOrigin});
        }
    }
    EXPECT_EQ(cells, 93);
}

TEST(CalendarNetwork, WithoutANetworkTheBookingWaitsForIt)
{
    for (const fakes::Outage &outage : fakes::outages) {
        SCOPED_TRACE(outage.name);
        Matrix matrix;
        matrix.client.setOffline(true);
        EXPECT_EQ(matrix.classOf(matrix.turn()), TryClass::Retry);
        last(matrix, outage);
        matrix.client.setOffline(false);
        recover(matrix);
        EXPECT_EQ(matrix.server.createdWith("Offer talk"), 1);
        EXPECT_EQ(matrix.state(), EffectState::Sent);
    }
}

} // namespace topline::engine
