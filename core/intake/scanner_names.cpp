#include "core/intake/scanner_names.h"

#include "core/base/text.h"

#include <algorithm>
#include <string>

namespace topline::intake {

namespace {

// Parts of user agents, in lower case.
constexpr std::string_view scannerParts[] = {
    // Machines that say so.
    "bot/",
    "bot;",
    "bot ",
    "bot)",
    "-bot",
    "crawler",
    "spider",
    "scanner",
    "headless",
    "phantomjs",
    "lighthouse",
    "monitoring",
    "uptime",
    "archiver",
    "preview",
    "prefetch",
    // What checks links in mails.
    "proofpoint",
    "mimecast",
    "barracuda",
    "safelinks",
    "symantec",
    "messagelabs",
    "ironport",
    "fireeye",
    "trendmicro",
    "sophos",
    "zscaler",
    "forcepoint",
    "microsoft office existence",
    "google-safety",
    "googleimageproxy",
    "yahoomailproxy",
    "ggpht.com",
    "urldefense",
    // Chats and social networks that show what a link leads to.
    "facebookexternalhit",
    "slackbot",
    "whatsapp",
    "skypeuripreview",
    "telegrambot",
    "discordbot",
    "linkedinbot",
    "twitterbot",
    "bingpreview",
    // Programs and libraries.
    "curl/",
    "wget/",
    "python-",
    "python/",
    "go-http-client",
    "java/",
    "okhttp",
    "libwww",
    "apache-httpclient",
    "axios/",
    "node-fetch",
    "undici",
    "guzzlehttp",
    "ruby",
    "scrapy",
    "postmanruntime",
    "httpie",
    "selenium",
    "puppeteer",
    "playwright",
};

} // namespace

bool isScanner(std::string_view userAgent)
{
    std::string text = base::lowerAscii(userAgent);
    if (const std::size_t phone = text.find("cubot"); phone != std::string::npos)
        text.erase(phone, 5); // makes phones
    if (text.size() >= 3 && text.substr(text.size() - 3) == "bot")
        return true;
    return std::any_of(std::begin(scannerParts), std::end(scannerParts),
                       [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

} // namespace topline::intake
