// Reading the order desk's fields back into an order; every fault is kept at its field.
#pragma once

#include "kernel/register.hpp"
#include "modules/mandates/order.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace udb::mandates {

/// Normalised, without white space around it.
std::string tidied(std::string_view typed);
/// Whether what a browser sent is what was shown: line ends and white space around do not count.
bool same_text(std::string_view typed, std::string_view shown);
/// Whether `name` is a field of the desk, not one that carries something along.
bool is_desk_field(std::string_view name);

class DeskReader {
public:
    explicit DeskReader(FormValues const& form) : form_(form) {}

    void head(Order& order);
    void closing(Order& order);
    void lists(Order& order);
    std::vector<FieldError> const& faults() const { return faults_; }

private:
    std::string const* sent(std::string_view name) const;
    /// Leaves `value` as it is where the field was not sent, or says the same.
    bool text(std::string_view name, std::string& value);
    void date(std::string_view name, std::optional<Date>& value);
    void number(std::string_view name, std::optional<std::int64_t>& value);
    bool flag(std::string_view name) const;
    void lines(std::string_view name, std::vector<std::string>& value);
    void seat(std::size_t i, OrderSeat& seat);
    void memo(Order& order);
    void signatory(Order& order);
    void seats(Order& order);
    void functions(Order& order);
    void copies(Order& order);
    void body(Order& order);

    FormValues const& form_;
    std::vector<FieldError> faults_;
};

} // namespace udb::mandates
