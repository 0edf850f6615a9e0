# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a TorchScript archive in Python's PyTorch: torch_predict.py MODEL FILMS SIZE

FILMS holds float32 values (films, 3, SIZE, SIZE), little-endian. Prints {"logits": [...], "probabilities": [...]}.
"""
import json
import sys

import torch

model = torch.jit.load(sys.argv[1])
size = int(sys.argv[3])
with open(sys.argv[2], "rb") as file:
    films = torch.frombuffer(bytearray(file.read()), dtype=torch.float32).view(-1, 3, size, size)
with torch.no_grad():
    logits, probabilities = model(films)
print(json.dumps({"logits": logits.flatten().tolist(), "probabilities": probabilities.flatten().tolist()}))
