// SPDX-License-Identifier: GPL-3.0-or-later
// The reference of start_benchmark: the least that a program with LibTorch can do.
#include <torch/torch.h>

int main() {
    const auto product = torch::mm(torch::ones({64, 64}), torch::ones({64, 64}));
    return product[0][0].item<float>() == 64.0F ? 0 : 1;
}
