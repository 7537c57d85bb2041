#include "core/base/random.h"

#include "core/base/check.h"

#include <bit>
#include <cmath>

namespace topline::base {

namespace {

std::uint64_t splitmix64(std::uint64_t &state)
{
    state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

} // namespace

std::uint64_t mixSeeds(std::uint64_t a, std::uint64_t b)
{
    std::uint64_t state = a;
    const std::uint64_t first = splitmix64(state);
    state = first ^ std::rotl(b, 32);
    return splitmix64(state);
}

std::uint64_t mixSeeds(std::uint64_t a, std::string_view name)
{
    std::uint64_t out = mixSeeds(a, name.size());
    for (const char c : name)
        out = mixSeeds(out, static_cast<unsigned char>(c));
    return out;
}

Random::Random(std::uint64_t seed)
{
    for (auto &word : m_state)
        word = splitmix64(seed);
}

std::uint64_t Random::next()
{
    const std::uint64_t out = std::rotl(m_state[1] * 5, 7) * 9;
    const std::uint64_t shifted = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return out;
}

double Random::uniform()
{
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

std::uint64_t Random::below(std::uint64_t n)
{
    CHECK(n > 0);
    __extension__ using Wide = unsigned __int128;
    Wide product = static_cast<Wide>(next()) * n;
    auto low = static_cast<std::uint64_t>(product);
    if (low < n) {
        const std::uint64_t threshold = (0 - n) % n;
        while (low < threshold) {
            product = static_cast<Wide>(next()) * n;
            low = static_cast<std::uint64_t>(product);
        }
    }
    return static_cast<std::uint64_t>(product >> 64);
}

std::int64_t Random::between(std::int64_t low, std::int64_t high)
{
    CHECK(low <= high);
    const auto span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
    return low + static_cast<std::int64_t>(span == 0 ? next() : below(span));
}

bool Random::chance(double probability)
{
    return uniform() < probability;
}

double Random::normal()
{
    if (m_hasSpareNormal) {
        m_hasSpareNormal = false;
        return m_spareNormal;
    }
    double x = 0;
    double y = 0;
    double s = 0;
    do {
        x = 2 * uniform() - 1;
        y = 2 * uniform() - 1;
        s = x * x + y * y;
    } while (s >= 1 || s == 0);
    const double factor = std::sqrt(-2 * std::log(s) / s);
    m_spareNormal = y * factor;
    m_hasSpareNormal = true;
    return x * factor;
}

double Random::logNormal(double median, double sigma)
{
    return median * std::exp(sigma * normal());
}

double Random::exponential(double mean)
{
    return -mean * std::log(1 - uniform());
}

int Random::poisson(double mean)
{
    CHECK(mean >= 0 && mean < 500);
    const double limit = std::exp(-mean);
    int count = 0;
    double product = uniform();
    while (product > limit) {
        product *= uniform();
        ++count;
    }
    return count;
}

std::size_t Random::weighted(const double *weights, std::size_t count)
{
    double total = 0;
    for (std::size_t i = 0; i < count; ++i)
        total += weights[i];
    CHECK(total > 0);
    double left = uniform() * total;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        left -= weights[i];
        if (left < 0)
            return i;
    }
    return count - 1;
}

} // namespace topline::base
