#include "app/collector_settings.h"

#include "core/base/hash.h"
#include "core/intake/collector_rules.h"
#include "core/platform/random_bytes.h"

#include <charconv>

namespace topline::app {

namespace {

constexpr const char *onKey = "collector.enabled";
constexpr const char *portKey = "collector.port";
constexpr const char *hashKey = "collector.key_hash";
constexpr std::size_t keyBytes = 32;

} // namespace

base::Result<CollectorSettings> collectorSettings(store::Tables &tables)
{
    CollectorSettings out;
    TRY_ASSIGN(const auto isOn, tables.settings.value(onKey));
    TRY_ASSIGN(const auto port, tables.settings.value(portKey));
    TRY_ASSIGN(const auto hash, tables.settings.value(hashKey));
    out.isOn = isOn == "1";
    out.keyHash = hash.value_or(std::string());
    if (port) {
        const auto [end, fault] =
            std::from_chars(port->data(), port->data() + port->size(), out.port);
        if (fault != std::errc() || end != port->data() + port->size())
            return base::Error{base::ErrorCode::InvalidInput,
                               "The setting collector.port is no port.", "",
                               "Switch the collector on anew with --port."};
    }
    return out;
}

base::Status setCollectorOn(engine::Engine &engine, bool isOn)
{
    return engine.setValue(onKey, isOn ? "1" : "0");
}

base::Status setCollectorPort(engine::Engine &engine, std::uint16_t port)
{
    return engine.setValue(portKey, std::to_string(port));
}

base::Result<std::string> makeWriteKey(engine::Engine &engine)
{
    const base::Secret bytes = platform::randomBytes(keyBytes);
    const auto *data = reinterpret_cast<const std::uint8_t *>(bytes.reveal().data());
    std::string out = "tl_" + base::hex(data, keyBytes);
    TRY(engine.setValue(hashKey, intake::writeKeyHash(out)));
    return out;
}

} // namespace topline::app
