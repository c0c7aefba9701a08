// Writes the sample pages and the assets into a folder: `udb_look_samples OUT`.
#include "base/embedded.hpp"
#include "sample_pages.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>

namespace udb::embedded {
std::span<EmbeddedFile const> components();
std::span<EmbeddedFile const> assets();
} // namespace udb::embedded

namespace {

void write(std::filesystem::path const& path, std::string_view bytes) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream file{path, std::ios::binary};
    file.exceptions(std::ios::failbit | std::ios::badbit);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: udb_look_samples OUT\n";
        return 2;
    }
    std::filesystem::path const out = arguments[1];
    udb::Catalogue catalogue;
    catalogue.add(udb::embedded::components());
    for (auto const& page : udb::samples::all(catalogue, "/assets/0"))
        write(out / (page.name + ".html"), page.html);
    for (auto const& file : udb::embedded::assets())
        write(out / "assets" / file.name, file.bytes);
}
