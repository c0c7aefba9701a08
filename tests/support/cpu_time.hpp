// How much of the processor something took: other programs on the machine do not change it.
#pragma once

#include <chrono>
#include <ctime>

namespace udb::test {

template <class Work>
std::chrono::duration<double> cpu_time_of(Work const& work) {
    auto const start = std::clock();
    work();
    return std::chrono::duration<double>(static_cast<double>(std::clock() - start)
                                         / CLOCKS_PER_SEC);
}

} // namespace udb::test
