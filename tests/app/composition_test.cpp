// What the window is told when the collector cannot listen.
#include "app/collector_settings.h"
#include "app/composition.h"

#include <QTemporaryDir>

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace topline::app {

namespace {

// A port of this computer that somebody else listens on.
class TakenPort {
public:
    TakenPort()
        : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto *const any = reinterpret_cast<sockaddr *>(&address);
        EXPECT_EQ(::bind(m_socket, any, length), 0);
        EXPECT_EQ(::listen(m_socket, 1), 0);
        EXPECT_EQ(::getsockname(m_socket, any, &length), 0);
        m_number = ntohs(address.sin_port);
    }

    ~TakenPort() { ::close(m_socket); }

    TakenPort(const TakenPort &) = delete;
    TakenPort &operator=(const TakenPort &) = delete;

    std::uint16_t number() const { return m_number; }

private:
    int m_socket;
    std::uint16_t m_number = 0;
};

class CollectorFaultTest : public testing::Test {
protected:
    CollectorFaultTest()
    {
        auto made = Composition::create(m_folder.path().toStdString() + "/w.topline", {{}, "UTC"});
        EXPECT_TRUE(made.ok());
        m_composition = std::move(made).value();
    }

    engine::Engine &engine() { return m_composition->engine(); }

    QTemporaryDir m_folder;
    std::unique_ptr<Composition> m_composition;
};

} // namespace

TEST_F(CollectorFaultTest, ATakenPortIsTold)
{
    const TakenPort port;
    ASSERT_TRUE(makeWriteKey(engine()).ok());
    ASSERT_TRUE(setCollectorPort(engine(), port.number()).ok());
    ASSERT_TRUE(setCollectorOn(engine(), true).ok());
    const auto cockpit = m_composition->startCockpit();
    ASSERT_TRUE(m_composition->collectorFault());
    EXPECT_EQ(m_composition->collectorFault()->code, base::ErrorCode::Busy);
    EXPECT_NE(m_composition->collectorFault()->message.find(std::to_string(port.number())),
              std::string::npos);
}

TEST_F(CollectorFaultTest, NothingIsToldWhileItIsOff)
{
    const auto cockpit = m_composition->startCockpit();
    EXPECT_FALSE(m_composition->collectorFault());
}

} // namespace topline::app
