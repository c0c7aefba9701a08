// The proposal as a page: every field with its doubts beside it, and the text it was read from.
#pragma once

#include "host/call.hpp"
#include "modules/mandates/desk_form.hpp"

#include <string>
#include <vector>

namespace udb::mandates {

/// What stands on the order desk: nothing of it is saved.
struct Desk {
    Order read;      ///< as the reader proposes it
    FormValues form; ///< as it was typed so far, or as it was read
    std::string text;
    std::vector<FieldError> errors = {};
};

class DeskPage {
public:
    DeskPage(Call const& call, Desk const& desk);

    /// The whole form. `office` is the picker of the office that keeps the order.
    Html drawn(Html const& office);
    /// How the fields are called that were drawn: field and label.
    std::vector<std::pair<std::string, std::string>> const& labels() const { return labels_; }

private:
    std::string value(std::string_view name) const;
    std::string error(std::string_view name) const;
    std::string place(std::string_view where) const;
    /// The label, noted for `labels`.
    std::string named(std::string const& name, std::string_view label);
    Html line(std::string const& name, std::string_view label, int width = 0);
    Html area(std::string const& name, std::string_view label, int rows,
              std::string_view hint = {});
    Html tick(std::string const& name, std::string_view label);
    /// The findings at `where` and below, each drawn once.
    Html doubts(std::string_view where);
    Html rest_of_doubts();
    /// "Only the first 200 are fields here."
    Html beyond(std::size_t have, std::size_t drawn) const;

    Html head();
    Html dates();
    Html cites();
    Html tiers();
    Html seats();
    Html seat(std::size_t i, std::string const& title);
    Html functions();
    Html copies();
    Html body();
    Html closing();

    Call const& call_;
    Words const& words_;
    Desk const& desk_;
    FormValues const shown_;
    std::vector<bool> told_;
    std::size_t proposals_ = 0;
    std::vector<std::pair<std::string, std::string>> labels_ = {};
};

} // namespace udb::mandates
