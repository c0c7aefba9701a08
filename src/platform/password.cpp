#include "platform/password.hpp"

#include "base/ensure.hpp"

#include <array>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <new>
#include <sodium.h>

namespace udb {
namespace {

// RFC 9106 §4 asks for 64 MiB where 2 GiB is too much; with three passes.
constexpr unsigned long long passes = 3;
constexpr std::size_t memory_bytes = 64UL * 1024 * 1024;

// Not std::counting_semaphore: libstdc++ 12 can miss a wake-up in it under load.
std::mutex slots_mutex;
std::condition_variable slot_free;
int slots_taken = 0;
std::atomic<std::uint64_t> hashes = 0;

class Slot {
public:
    Slot() {
        ENSURE(sodium_init() >= 0, "libsodium could not start");
        std::unique_lock lock(slots_mutex);
        slot_free.wait(lock, [] { return slots_taken < password_slots; });
        ++slots_taken;
        ++hashes;
    }
    Slot(Slot const&) = delete;
    ~Slot() {
        {
            std::lock_guard const lock(slots_mutex);
            --slots_taken;
        }
        slot_free.notify_one();
    }
};

} // namespace

std::string hash_password(std::string_view password) {
    ENSURE(password.size() <= password_bytes_max, "a password longer than may be hashed");
    Slot const slot;
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), passes, memory_bytes,
                              crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        throw std::bad_alloc();
    return hash.data();
}

bool verify_password(std::string_view password, std::string const& hash) {
    if (password.size() > password_bytes_max || hash.size() >= crypto_pwhash_STRBYTES) return false;
    Slot const slot;
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

bool needs_rehash(std::string const& hash) {
    if (hash.size() >= crypto_pwhash_STRBYTES) return true;
    return crypto_pwhash_str_needs_rehash(hash.c_str(), passes, memory_bytes) != 0;
}

bool verify_nobody(std::string_view password) {
    // One hash at the same costs, the first time too.
    if (password.size() <= password_bytes_max) hash_password(password);
    return false;
}

std::uint64_t password_hashes() { return hashes; }

} // namespace udb
