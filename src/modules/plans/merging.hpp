// What comes of one value that two people had both read, and that each may have changed since.
#pragma once

namespace udb::plans {

template <class T>
struct Merged {
    T value = {};      ///< to keep
    bool both = false; ///< changed by both, differently: `value` is mine, to be asked about
};

/// `mine` as I give it back, `seen` as I had read it, `now` as it stands: what I left alone stays
/// as it stands, whoever changed it.
template <class T>
Merged<T> merged(T const& mine, T const& seen, T const& now) {
    if (mine == seen) return {now};
    return {mine, !(now == seen) && !(now == mine)};
}

} // namespace udb::plans
