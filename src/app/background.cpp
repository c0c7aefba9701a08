#include "app/background.hpp"

#include "platform/log.hpp"

#include <condition_variable>
#include <exception>
#include <mutex>

namespace udb::app {

Background::Background(std::chrono::milliseconds every,
                       std::function<void(std::function<bool()> const& stopped)> round)
    : thread_([every, round = std::move(round)](std::stop_token const& token) {
          std::mutex mutex;
          std::condition_variable_any wake;
          auto const stopped = [&token] { return token.stop_requested(); };
          while (!stopped()) {
              try {
                  round(stopped);
              } catch (std::exception const& failure) {
                  log::error("background_failed", {{"what", failure.what()}});
              }
              std::unique_lock lock(mutex);
              wake.wait_for(lock, token, every, [] { return false; });
          }
      }) {}

} // namespace udb::app
