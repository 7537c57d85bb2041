// One run of a program that renews a sign-in with rotating refresh tokens, against the real keyring
// and a vendor whose memory is a file:
//   rotation_program VENDOR_FILE strict|forgiving begin          stores the first token
//   rotation_program VENDOR_FILE strict|forgiving renew [STEP]   renews; kills itself (SIGKILL) at
//   that
//                                                   step of the keychain, even: before it, odd:
//                                                   after
// Prints "in" or "sign in", and how many tokens are stored then.
#include "core/crm/hubspot_sign_in.h"
#include "core/crm/token_keeper.h"
#include "core/platform/keychain_vault.h"
#include "tests/fakes/direct_http_client.h"
#include "tests/fakes/fake_pace.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace topline::platform {
namespace {

// The tokens that are still good, one a line, the newest last. Replaced by renaming, since the
// vendor does not die with us.
class Vendor {
public:
    Vendor(std::string path, bool isForgiving)
        : m_path(std::move(path))
        , m_isForgiving(isForgiving)
    {
    }

    fakes::Response answer(const fakes::Request &request)
    {
        fakes::Request form;
        form.query = request.body;
        const std::string given = form.queryValue("refresh_token");
        std::vector<std::string> good;
        bool isGood = false;
        std::ifstream file(m_path);
        for (std::string line; std::getline(file, line);) {
            good.push_back(line);
            isGood = isGood || line == given;
        }
        if (!isGood)
            return {400, {}, R"({"error":"invalid_grant","status":"BAD_REFRESH_TOKEN"})"};
        const std::string next = "r" + std::to_string(std::stoi(good.back().substr(1)) + 1);
        if (!m_isForgiving)
            good.clear();
        good.push_back(next);
        write(good);
        return {
            200, {}, R"({"access_token":"a","refresh_token":")" + next + R"(","expires_in":1800})"};
    }

    void write(const std::vector<std::string> &good) const
    {
        const std::string beside = m_path + ".new";
        {
            std::ofstream file(beside);
            for (const std::string &token : good)
                file << token << '\n';
        }
        std::rename(beside.c_str(), m_path.c_str());
    }

private:
    std::string m_path;
    bool m_isForgiving;
};

class DeadlyVault final : public crm::SecretVault {
public:
    explicit DeadlyVault(int deadlyStep)
        : m_deadlyStep(deadlyStep)
    {
    }

    bool isLasting() const override { return true; }

    base::Result<std::optional<base::Secret>> read(const std::string &key) override
    {
        step();
        auto result = m_keychain.read(key);
        step();
        return result;
    }

    base::Status write(const std::string &key, const base::Secret &secret) override
    {
        step();
        base::Status result = m_keychain.write(key, secret);
        step();
        return result;
    }

    base::Status remove(const std::string &key) override
    {
        step();
        base::Status result = m_keychain.remove(key);
        step();
        return result;
    }

private:
    void step()
    {
        if (m_step++ == m_deadlyStep)
            std::raise(SIGKILL);
    }

    KeychainVault m_keychain{"topline"};
    int m_deadlyStep;
    int m_step = 0;
};

int run(const std::vector<std::string> &words)
{
    Vendor vendor(words.at(1), words.at(2) == "forgiving");
    DeadlyVault vault(words.size() > 4 ? std::stoi(words[4]) : -1);
    crm::TokenSlots slots(vault, "w1/hubspot/1");
    if (words.at(3) == "begin") {
        vendor.write({"r1"});
        return slots.replace(base::Secret("r1")).ok() ? 0 : 1;
    }
    const base::FixedClock clock(1'780'000'000'000);
    fakes::FakePace pace;
    const crm::HubSpotSignIn protocol({"app", base::Secret("s"), {}, {}});
    fakes::DirectHttpClient http(
        [&vendor](const fakes::Request &request) { return vendor.answer(request); });
    crm::RefreshingToken keeper({protocol, http, slots, pace, clock}, "", {});
    const auto access = keeper.access({});
    const bool isLost = !access && access.error().code == base::ErrorCode::SignInNeeded;
    std::cout << (access   ? "in"
                  : isLost ? "sign in"
                           : "error " + access.error().text())
              << ' ' << slots.read().value().size() << std::endl;
    return 0;
}

} // namespace
} // namespace topline::platform

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    return topline::platform::run({argv, argv + argc});
}
