#include "tests/platform/curl_calls.h"

#include <QByteArray>

#include <array>
#include <cstdint>

namespace topline::platform {
namespace {

std::string littleEndian(std::uint32_t number)
{
    std::string bytes;
    for (int shift = 0; shift < 32; shift += 8)
        bytes += static_cast<char>((number >> shift) & 0xff);
    return bytes;
}

std::uint32_t crc32Of(std::string_view bytes)
{
    std::uint32_t crc = 0xffffffff;
    for (unsigned char byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc;
}

} // namespace

std::string outcomeOf(const base::Result<crm::HttpResponse> &answer)
{
    if (answer.ok())
        return std::to_string(answer->status);
    switch (answer.error().code) {
    case base::ErrorCode::Unavailable:
        return "Unavailable";
    case base::ErrorCode::Unknown:
        return "Unknown";
    case base::ErrorCode::Refused:
        return "Refused";
    case base::ErrorCode::Cancelled:
        return "Cancelled";
    default:
        return "another error: " + answer.error().text();
    }
}

std::string outcomeOf(crm::HttpClient &client, const crm::HttpRequest &request)
{
    const crm::CancelToken cancel;
    return outcomeOf(client.send(request, cancel));
}

std::string gzipped(std::string_view plain)
{
    // Qt packs in zlib's frame, behind four bytes of its own; gzip is another frame around the
    // same.
    const std::string framed = qCompress(reinterpret_cast<const uchar *>(plain.data()),
                                         static_cast<qsizetype>(plain.size()), 9)
                                   .toStdString();
    const std::string packed = framed.substr(6, framed.size() - 10);
    const std::string head("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
    return head + packed + littleEndian(crc32Of(plain)) +
           littleEndian(static_cast<std::uint32_t>(plain.size()));
}

} // namespace topline::platform
