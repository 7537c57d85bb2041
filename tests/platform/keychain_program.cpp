// A program for the keychain's tests, since a process sees one desktop only. Reads commands from
// its standard input, one a line, and prints one line for each:
//   choose            lasting | memory: why
//   write KEY TEXT    ok | error
//   read KEY          = TEXT | none | error
//   remove KEY        ok | error
//   race N            ok when N threads each wrote, read and removed a key of their own
#include "core/platform/keychain_vault.h"

#include <QCoreApplication>

#include <atomic>
#include <iostream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace topline::platform {
namespace {

std::string said(const base::Status &status)
{
    return status ? "ok" : "error " + status.error().text();
}

std::string race(KeychainVault &vault, int count)
{
    std::vector<std::thread> threads;
    std::atomic<int> good = 0;
    for (int i = 0; i < count; ++i) {
        threads.emplace_back([&vault, &good, i] {
            const std::string key = "race/" + std::to_string(i);
            const base::Secret secret("secret " + std::to_string(i));
            const bool isWritten = vault.write(key, secret).ok();
            const auto back = vault.read(key);
            const bool isBack = back && *back && **back == secret;
            const bool isGone = vault.remove(key).ok() && vault.read(key).ok();
            good += isWritten && isBack && isGone ? 1 : 0;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    return good == count ? "ok" : "error";
}

std::string answer(KeychainVault &vault, const std::string &line)
{
    std::istringstream words(line);
    std::string command;
    std::string key;
    std::string text;
    words >> command >> key >> std::ws;
    std::getline(words, text);
    if (command == "choose") {
        const VaultChoice choice = openVault();
        return choice.vault->isLasting() ? "lasting" : "memory: " + choice.keychain.error().text();
    }
    if (command == "write")
        return said(vault.write(key, base::Secret(text)));
    if (command == "remove")
        return said(vault.remove(key));
    if (command == "race")
        return race(vault, std::stoi(key));
    const auto secret = vault.read(key);
    if (!secret)
        return "error " + secret.error().text();
    return *secret ? "= " + (*secret)->reveal() : "none";
}

int answerAll()
{
    KeychainVault vault("topline");
    for (std::string line; std::getline(std::cin, line);)
        std::cout << answer(vault, line) << std::endl;
    return 0;
}

} // namespace
} // namespace topline::platform

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    return topline::platform::answerAll();
}
