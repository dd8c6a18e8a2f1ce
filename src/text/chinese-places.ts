import type { PlaceName } from './place-name.ts';

/** Provinces with a code in ISO 3166-2:CN: code, English, Russian and Chinese name. Those with a code of their own in ISO 3166-1 are in the second list. */
export const CHINESE_PLACES: readonly PlaceName[] = [
  ['CN-AH', 'Anhui', 'Аньхой', '安徽'],
  ['CN-BJ', 'Beijing', 'Пекин', '北京'],
  ['CN-CQ', 'Chongqing', 'Чунцин', '重庆'],
  ['CN-FJ', 'Fujian', 'Фуцзянь', '福建'],
  ['CN-GD', 'Guangdong', 'Гуандун', '广东'],
  ['CN-GS', 'Gansu', 'Ганьсу', '甘肃'],
  ['CN-GX', 'Guangxi', 'Гуанси', '广西'],
  ['CN-GZ', 'Guizhou', 'Гуйчжоу', '贵州'],
  ['CN-HA', 'Henan', 'Хэнань', '河南'],
  ['CN-HB', 'Hubei', 'Хубэй', '湖北'],
  ['CN-HE', 'Hebei', 'Хэбэй', '河北'],
  ['CN-HI', 'Hainan', 'Хайнань', '海南'],
  ['CN-HL', 'Heilongjiang', 'Хэйлунцзян', '黑龙江'],
  ['CN-HN', 'Hunan', 'Хунань', '湖南'],
  ['CN-JL', 'Jilin', 'Гирин', '吉林'],
  ['CN-JS', 'Jiangsu', 'Цзянсу', '江苏'],
  ['CN-JX', 'Jiangxi', 'Цзянси', '江西'],
  ['CN-LN', 'Liaoning', 'Ляонин', '辽宁'],
  ['CN-NM', 'Inner Mongolia', 'Внутренняя Монголия', '内蒙古'],
  ['CN-NX', 'Ningxia', 'Нинся', '宁夏'],
  ['CN-QH', 'Qinghai', 'Цинхай', '青海'],
  ['CN-SC', 'Sichuan', 'Сычуань', '四川'],
  ['CN-SD', 'Shandong', 'Шаньдун', '山东'],
  ['CN-SH', 'Shanghai', 'Шанхай', '上海'],
  ['CN-SN', 'Shaanxi', 'Шэньси', '陕西'],
  ['CN-SX', 'Shanxi', 'Шаньси', '山西'],
  ['CN-TJ', 'Tianjin', 'Тяньцзинь', '天津'],
  ['CN-XJ', 'Xinjiang', 'Синьцзян', '新疆'],
  ['CN-XZ', 'Tibet', 'Тибет', '西藏'],
  ['CN-YN', 'Yunnan', 'Юньнань', '云南'],
  ['CN-ZJ', 'Zhejiang', 'Чжэцзян', '浙江'],
];

/** Known by their code alone: whether a post that names them means ISO 3166-2:CN is not for a table to say. */
export const CODED_ONLY_PLACES: readonly PlaceName[] = [
  ['CN-HK', 'Hong Kong', 'Гонконг', '香港'],
  ['CN-MO', 'Macao', 'Макао', '澳门'],
  ['CN-TW', 'Taiwan', 'Тайвань', '台湾'],
];
